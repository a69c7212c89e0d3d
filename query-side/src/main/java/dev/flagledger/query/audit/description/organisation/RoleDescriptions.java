package dev.flagledger.query.audit.description.organisation;

import static dev.flagledger.contract.view.audit.AuditedKind.ROLE;

import dev.flagledger.api.Subject;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.api.event.RoleEvent;
import dev.flagledger.api.event.RoleEvent.RoleChanged;
import dev.flagledger.api.event.RoleEvent.RoleCreated;
import dev.flagledger.api.event.RoleEvent.RoleDeleted;
import dev.flagledger.api.event.RoleEvent.RoleHolderAdded;
import dev.flagledger.api.event.RoleEvent.RoleHolderRemoved;
import dev.flagledger.api.event.RoleEvent.RoleRightsChanged;
import dev.flagledger.api.event.RoleEvent.RoleRightsRemoved;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.role.RoleDetails;
import dev.flagledger.api.role.RoleGrant;
import dev.flagledger.contract.view.audit.EventTexts;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.contract.view.role.RoleGrantView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.organisation.role.OrganisationRole;
import dev.flagledger.query.audit.description.EventDescription;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is told of roles, their permissions and holders. */
final class RoleDescriptions {

    private static final RoleDetails NOTHING = new RoleDetails("", null, List.of());

    private RoleDescriptions() {}

    static Optional<EventDescription> of(Installation before, RoleEvent event) {
        var organisation = before.organisation(event.organisationId());
        return event instanceof RoleCreated e
                ? Optional.of(EventDescription.of(ROLE.created(e.details().name()), changes(NOTHING, e.details())))
                : organisation
                        .flatMap(known -> known.access().roles().find(event.roleId()))
                        .map(role -> of(before, organisation.orElseThrow(), role, event));
    }

    private static EventDescription of(
            Installation before, Organisation organisation, OrganisationRole role, RoleEvent event) {
        var name = role.details().name();
        return switch (event) {
            case RoleCreated e -> EventDescription.of(ROLE.created(e.details().name()));
            case RoleChanged e ->
                EventDescription.of(ROLE.updated(e.details().name()), changes(role.details(), e.details()));
            case RoleDeleted _ -> EventDescription.of(ROLE.deleted(name));
            case RoleRightsChanged e -> rights(role, role.grants().get(e.grant().id()), e.grant());
            case RoleRightsRemoved e -> rights(role, role.grants().get(e.grantId()), null);
            case RoleHolderAdded e ->
                holder(before, organisation, e.holder(), holder -> EventTexts.roleGiven(name, holder));
            case RoleHolderRemoved e ->
                holder(before, organisation, e.holder(), holder -> EventTexts.roleTaken(name, holder));
        };
    }

    private static EventDescription rights(OrganisationRole role, @Nullable RoleGrant old, @Nullable RoleGrant now) {
        return EventDescription.of(
                EventTexts.roleRightsChanged(role.details().name()),
                FieldChange.differing(
                        new FieldChange("permissions", permissions(role, old), permissions(role, now)),
                        new FieldChange("admin", old != null && old.admin(), now != null && now.admin())));
    }

    private static List<?> permissions(OrganisationRole role, @Nullable RoleGrant grant) {
        return grant == null ? List.of() : RoleGrantView.of(role.id(), grant).permissions();
    }

    /** The e-mail address of a user is erased with the person. */
    private static EventDescription holder(
            Installation before, Organisation organisation, GrantHolder holder, UnaryOperator<String> text) {
        int id = holder.id();
        return switch (holder.kind()) {
            case USER ->
                EventDescription.of(
                        Subject.user(id),
                        Erasing.TOMBSTONE,
                        naming -> EventDescription.of(text.apply(naming.apply(
                                before.user(id).map(user -> user.email()).orElseGet(() -> Integer.toString(id))))));
            case GROUP ->
                EventDescription.of(text.apply(organisation
                        .access()
                        .groups()
                        .find(id)
                        .map(group -> group.details().name())
                        .orElseGet(() -> Integer.toString(id))));
            case API_KEY ->
                EventDescription.of(
                        text.apply(Optional.ofNullable(organisation.apiKeys().get(id))
                                .map(issued -> issued.key().name())
                                .orElseGet(() -> Integer.toString(id))));
        };
    }

    private static List<FieldChange> changes(RoleDetails old, RoleDetails now) {
        return FieldChange.differing(
                new FieldChange("name", old.name(), now.name()),
                new FieldChange("description", old.description(), now.description()),
                new FieldChange("tags", old.tags(), now.tags()));
    }
}
