package dev.flagledger.query.audit.wide;

import static dev.flagledger.contract.view.audit.AuditedKind.ORGANISATION;

import dev.flagledger.api.Subject;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyChanged;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyFirstUsed;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyRevoked;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.OrganisationEvent.OrganisationDeleted;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.contract.view.audit.EventTexts;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is told of organisations beside the contract's lines: their creation, settings and members. */
final class OrganisationEvents {

    private OrganisationEvents() {}

    static Optional<Told> of(Installation before, OrganisationEvent event) {
        var organisation = before.organisation(event.organisationId());
        return switch (event) {
            case OrganisationCreated e ->
                Optional.of(Told.of(ORGANISATION.created(e.settings().name())));
            case OrganisationChanged e ->
                organisation.map(known ->
                        Told.of(ORGANISATION.updated(e.settings().name()), changes(known.settings(), e.settings())));
            case MemberJoined e -> Optional.of(joined(before, e));
            case MemberRemoved e -> Optional.of(removed(before, organisation, e));
            case ApiKeyFirstUsed e ->
                organisation
                        .map(known -> known.apiKeys().get(e.keyId()))
                        .map(issued ->
                                Told.of(EventTexts.keyFirstUsed(issued.key().name())));
            case OrganisationDeleted _, ApiKeyCreated _, ApiKeyChanged _, ApiKeyRevoked _ -> Optional.empty();
        };
    }

    private static Told joined(Installation before, MemberJoined event) {
        return Told.of(
                Subject.user(event.userId()),
                Erasing.TOMBSTONE,
                naming -> Told.of(
                        EventTexts.memberJoined(naming.apply(email(before, event.userId()))),
                        List.of(role(null, event.role()))));
    }

    private static Told removed(Installation before, Optional<Organisation> organisation, MemberRemoved event) {
        var role = organisation
                .map(known -> known.members().get(event.userId()))
                .map(held -> List.of(role(held, null)))
                .orElse(List.of());
        return Told.of(
                Subject.user(event.userId()),
                Erasing.TOMBSTONE,
                naming -> Told.of(EventTexts.memberRemoved(naming.apply(email(before, event.userId()))), role));
    }

    private static FieldChange role(@Nullable Role old, @Nullable Role now) {
        return new FieldChange("role", old == null ? null : old.name(), now == null ? null : now.name());
    }

    private static String email(Installation before, int userId) {
        return before.user(userId).map(user -> user.email()).orElseGet(() -> Integer.toString(userId));
    }

    private static List<FieldChange> changes(OrganisationSettings old, OrganisationSettings now) {
        return FieldChange.differing(
                new FieldChange("name", old.name(), now.name()),
                new FieldChange(
                        "webhook_notification_email", old.webhookNotificationEmail(), now.webhookNotificationEmail()),
                new FieldChange("force_2fa", old.forceTwoFactor(), now.forceTwoFactor()),
                new FieldChange(
                        "restrict_project_create_to_admin",
                        old.restrictProjectCreateToAdmin(),
                        now.restrictProjectCreateToAdmin()));
    }
}
