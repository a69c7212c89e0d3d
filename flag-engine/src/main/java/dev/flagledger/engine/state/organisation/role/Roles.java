package dev.flagledger.engine.state.organisation.role;

import dev.flagledger.api.event.RoleEvent;
import dev.flagledger.api.event.RoleEvent.RoleChanged;
import dev.flagledger.api.event.RoleEvent.RoleCreated;
import dev.flagledger.api.event.RoleEvent.RoleDeleted;
import dev.flagledger.api.event.RoleEvent.RoleHolderAdded;
import dev.flagledger.api.event.RoleEvent.RoleHolderRemoved;
import dev.flagledger.api.event.RoleEvent.RoleRightsChanged;
import dev.flagledger.api.event.RoleEvent.RoleRightsRemoved;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.engine.Lookup;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The roles of an organisation, and who holds them. Tags and objects that were deleted remain in the roles that name them: no
 * other gets their ids, and a permission that is limited to deleted tags applies to nothing.
 */
public record Roles(PSortedMap<Integer, OrganisationRole> byId) {

    /** None. */
    public static final Roles NONE = new Roles(TreePMap.empty());

    /** Returns the role with this id, if it exists. */
    public Optional<OrganisationRole> find(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns what the roles that the holder has itself grant on the object. Asked on every request. */
    public List<RoleRights> of(GrantHolder holder, GrantPlace place) {
        return byId.isEmpty()
                ? List.of()
                : heldBy(holder).flatMap(role -> role.rightsOn(place).stream()).toList();
    }

    /** Returns the roles that the holder has itself, not by a group. */
    public Stream<OrganisationRole> heldBy(GrantHolder holder) {
        return byId.values().stream().filter(role -> role.isHeldBy(holder));
    }

    /** Returns the roles after an event of one of them. */
    public Roles evolve(RoleEvent event) {
        return switch (event) {
            case RoleCreated e -> with(OrganisationRole.of(e.roleId(), e.details()));
            case RoleDeleted e -> new Roles(byId.minus(e.roleId()));
            case RoleChanged e -> changed(e, role -> role.with(e.details()));
            case RoleRightsChanged e -> changed(e, role -> role.with(e.grant()));
            case RoleRightsRemoved e -> changed(e, role -> role.withoutGrant(e.grantId()));
            case RoleHolderAdded e -> changed(e, role -> role.with(e.holdingId(), e.holder()));
            case RoleHolderRemoved e -> changed(e, role -> role.withoutHolding(e.holdingId()));
        };
    }

    /** Returns the roles after a holder has ceased to exist or has left the organisation. */
    public Roles without(GrantHolder holder) {
        var left = this;
        for (var role : byId.values()) {
            var changed = role.without(holder);
            left = changed.equals(role) ? left : left.with(changed);
        }
        return left;
    }

    private Roles changed(RoleEvent event, UnaryOperator<OrganisationRole> change) {
        return with(change.apply(Lookup.required(byId, event.roleId(), "role")));
    }

    private Roles with(OrganisationRole role) {
        return new Roles(byId.plus(role.id(), role));
    }
}
