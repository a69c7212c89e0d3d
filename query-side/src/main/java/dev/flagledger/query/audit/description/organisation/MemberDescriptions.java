package dev.flagledger.query.audit.description.organisation;

import dev.flagledger.api.Subject;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.OrganisationEvent.MemberRoleChanged;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.contract.view.audit.EventTexts;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.query.audit.description.EventDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of members of organisations, whose e-mail addresses it contains. */
final class MemberDescriptions {

    private MemberDescriptions() {}

    static EventDescription joined(Installation before, MemberJoined event) {
        return EventDescription.of(
                Subject.user(event.userId()),
                Erasing.TOMBSTONE,
                naming -> EventDescription.of(
                        EventTexts.memberJoined(naming.apply(email(before, event.userId()))),
                        List.of(new FieldChange("role", null, event.role().name()))));
    }

    static EventDescription roleChanged(Installation before, MemberRoleChanged event) {
        var held = role(before, event.organisationId(), event.userId());
        return EventDescription.of(
                Subject.user(event.userId()),
                Erasing.TOMBSTONE,
                naming -> EventDescription.of(
                        EventTexts.memberRoleChanged(naming.apply(email(before, event.userId()))),
                        List.of(new FieldChange("role", held, event.role().name()))));
    }

    static EventDescription removed(Installation before, MemberRemoved event) {
        var held = role(before, event.organisationId(), event.userId());
        var role = held == null ? List.<FieldChange>of() : List.of(new FieldChange("role", held, null));
        return EventDescription.of(
                Subject.user(event.userId()),
                Erasing.TOMBSTONE,
                naming -> EventDescription.of(
                        EventTexts.memberRemoved(naming.apply(email(before, event.userId()))), role));
    }

    private static @Nullable String role(Installation before, int organisationId, int userId) {
        return before.organisation(organisationId)
                .map(known -> known.members().get(userId))
                .map(Role::name)
                .orElse(null);
    }

    static String email(Installation before, int userId) {
        return before.user(userId).map(user -> user.email()).orElseGet(() -> Integer.toString(userId));
    }
}
