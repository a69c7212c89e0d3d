package dev.flagledger.command.grant;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.GrantEvent;
import dev.flagledger.api.event.GrantEvent.PermissionsChanged;
import dev.flagledger.api.event.GrantEvent.PermissionsGranted;
import dev.flagledger.api.event.GrantEvent.PermissionsWithdrawn;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.GroupEvent.GroupDeleted;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantCommand.ChangeGrant;
import dev.flagledger.api.grant.GrantCommand.GrantPermissions;
import dev.flagledger.api.grant.GrantCommand.WithdrawGrant;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.command.edit.Edits;
import dev.flagledger.engine.state.organisation.grant.Grants;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

/**
 * The permissions granted in an organisation, as part of its aggregate, so that only its members and groups hold them. Those
 * on deleted projects and environments stay here; their ids are never used again.
 */
public final class OrganisationGrants {

    private final Set<GrantHolder> holders = new HashSet<>();
    private Grants grants = Grants.NONE;

    /** Grants the creator of an object everything on it, unless the creator is no member. */
    public void own(int organisationId, Grant grant) {
        if (holders.contains(grant.holder())) {
            apply(new PermissionsGranted(organisationId, grant));
        }
    }

    @CommandHandler
    void handle(GrantPermissions command) {
        requireFree(command.grant());
        apply(new PermissionsGranted(command.organisationId(), command.grant()));
    }

    @CommandHandler
    void handle(ChangeGrant command) {
        var current = grant(command.place(), command.grant().seen().id());
        var changed = Edits.merged(command.grant(), current);
        if (!changed.holder().equals(current.holder())) {
            requireFree(changed);
        }
        if (!changed.equals(current)) {
            apply(new PermissionsChanged(command.organisationId(), changed));
        }
    }

    @CommandHandler
    void handle(WithdrawGrant command) {
        grant(command.place(), command.grantId());
        apply(new PermissionsWithdrawn(command.organisationId(), command.grantId(), command.place()));
    }

    @EventSourcingHandler
    void evolve(OrganisationEvent event) {
        switch (event) {
            case GrantEvent e -> grants = grants.evolve(e);
            case MemberJoined e -> holders.add(GrantHolder.user(e.userId()));
            case MemberRemoved e -> end(GrantHolder.user(e.userId()));
            case GroupCreated e -> holders.add(GrantHolder.group(e.groupId()));
            case GroupDeleted e -> end(GrantHolder.group(e.groupId()));
            case OrganisationEvent _ -> {}
        }
    }

    private void end(GrantHolder holder) {
        holders.remove(holder);
        grants = grants.without(holder);
    }

    private Grant grant(GrantPlace place, int id) {
        return grants.find(place, id).orElseThrow(() -> new Rejected(new Rejection.Missing("UserPermission")));
    }

    private static String name(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** A holder that has left in the meantime is missing. */
    private void requireFree(Grant grant) {
        if (!holders.contains(grant.holder())) {
            throw new Rejected(new Rejection.Missing(
                    grant.holder().kind() == GrantHolder.Kind.GROUP ? "UserPermissionGroup" : "FFAdminUser"));
        }
        if (grants.of(grant.holder(), grant.place()) != null) {
            throw new Rejected(new Rejection.Granted(
                    name(grant.holder().kind()), name(grant.place().kind())));
        }
    }
}
