package dev.flagledger.engine.state.organisation.role;

import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.grant.TaggedPermission;
import dev.flagledger.api.role.Limitable;
import dev.flagledger.api.role.RoleDetails;
import dev.flagledger.api.role.RoleGrant;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * A role of an organisation.
 *
 * @param grants its permissions, by id; at most one on each object
 * @param holders who holds it, by the id of the holding; each at most once
 */
public record OrganisationRole(
        int id, RoleDetails details, PSortedMap<Integer, RoleGrant> grants, PSortedMap<Integer, GrantHolder> holders) {

    static OrganisationRole of(int id, RoleDetails details) {
        return new OrganisationRole(id, details, TreePMap.empty(), TreePMap.empty());
    }

    /** Returns the grant on an object, if there is one. */
    public Optional<RoleGrant> on(GrantPlace place) {
        return grants.values().stream()
                .filter(grant -> grant.place().equals(place))
                .findAny();
    }

    /** Returns whether this holder has the role itself, not by a group. */
    public boolean isHeldBy(GrantHolder holder) {
        return holders.containsValue(holder);
    }

    /** Returns what the role grants on an object, with the tags of the role where a permission has none of its own. */
    Optional<RoleRights> rightsOn(GrantPlace place) {
        return on(place)
                .map(grant -> new RoleRights(
                        id,
                        details.name(),
                        details.tags(),
                        grant.admin(),
                        grant.permissions().stream().map(this::limited).toList()));
    }

    private TaggedPermission limited(TaggedPermission held) {
        return held.tags().isEmpty() && Limitable.PERMISSIONS.contains(held.permission())
                ? new TaggedPermission(held.permission(), details.tags())
                : held;
    }

    OrganisationRole with(RoleDetails changed) {
        return new OrganisationRole(id, changed, grants, holders);
    }

    OrganisationRole with(RoleGrant grant) {
        return withGrants(grants.plus(grant.id(), grant));
    }

    OrganisationRole withoutGrant(int grantId) {
        return withGrants(grants.minus(grantId));
    }

    private OrganisationRole withGrants(PSortedMap<Integer, RoleGrant> changed) {
        return new OrganisationRole(id, details, changed, holders);
    }

    OrganisationRole with(int holdingId, GrantHolder holder) {
        return withHolders(holders.plus(holdingId, holder));
    }

    OrganisationRole withoutHolding(int holdingId) {
        return withHolders(holders.minus(holdingId));
    }

    OrganisationRole without(GrantHolder holder) {
        var left = holders;
        for (var holding : holders.entrySet()) {
            left = holding.getValue().equals(holder) ? left.minus(holding.getKey()) : left;
        }
        return left.equals(holders) ? this : withHolders(left);
    }

    private OrganisationRole withHolders(PSortedMap<Integer, GrantHolder> changed) {
        return new OrganisationRole(id, details, grants, changed);
    }
}
