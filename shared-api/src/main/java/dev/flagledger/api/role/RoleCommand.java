package dev.flagledger.api.role;

import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.organisation.OrganisationCommand;

/** Commands about a role. They are decided with the organisation, which knows who exists in it. */
public sealed interface RoleCommand extends LedgerCommand {

    int organisationId();

    int roleId();

    @Override
    default String aggregateId() {
        return OrganisationCommand.streamOf(organisationId());
    }

    @Override
    default Scope scope() {
        return new Scope.OfOrganisation(organisationId());
    }

    record CreateRole(int organisationId, int roleId, RoleDetails details) implements RoleCommand {}

    record ChangeRole(int organisationId, int roleId, Edit<RoleDetails> details) implements RoleCommand {}

    record DeleteRole(int organisationId, int roleId) implements RoleCommand {}

    /** About the permissions of a role on one object. */
    sealed interface OfRights extends RoleCommand {

        GrantPlace place();

        @Override
        default Scope about() {
            return place().scope();
        }
    }

    /** Gives the role permissions on an object on which it has none. */
    record GrantRights(int organisationId, int roleId, RoleGrant grant) implements OfRights {
        @Override
        public GrantPlace place() {
            return grant.place();
        }
    }

    /** Replaces the permissions of a grant. */
    record ChangeRights(int organisationId, int roleId, RoleGrant grant) implements OfRights {
        @Override
        public GrantPlace place() {
            return grant.place();
        }
    }

    record RevokeRights(int organisationId, int roleId, int grantId, GrantPlace place) implements OfRights {}

    /**
     * Gives the role to a holder.
     *
     * @param holdingId unique among the holdings of all roles
     */
    record AddHolder(int organisationId, int roleId, int holdingId, GrantHolder holder) implements RoleCommand {}

    record RemoveHolder(int organisationId, int roleId, int holdingId) implements RoleCommand {}
}
