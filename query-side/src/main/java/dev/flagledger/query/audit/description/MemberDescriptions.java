package dev.flagledger.query.audit.description;

import dev.flagledger.api.Subject;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.contract.view.audit.EventTexts;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.Installation;
import java.util.List;

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

    static EventDescription removed(Installation before, MemberRemoved event) {
        var role = before.organisation(event.organisationId())
                .map(known -> known.members().get(event.userId()))
                .map(held -> List.of(new FieldChange("role", held.name(), null)))
                .orElse(List.of());
        return EventDescription.of(
                Subject.user(event.userId()),
                Erasing.TOMBSTONE,
                naming -> EventDescription.of(
                        EventTexts.memberRemoved(naming.apply(email(before, event.userId()))), role));
    }

    private static String email(Installation before, int userId) {
        return before.user(userId).map(user -> user.email()).orElseGet(() -> Integer.toString(userId));
    }
}
