package dev.flagledger.api.event;

import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.role.RoleDetails;
import dev.flagledger.api.role.RoleGrant;

/**
 * Events of a role of an organisation. A holder that leaves or is deleted loses its roles without an event of its own, as does
 * an API key that becomes an admin's.
 */
public sealed interface RoleEvent extends OrganisationEvent {

    int roleId();

    record RoleCreated(int organisationId, int roleId, RoleDetails details) implements RoleEvent {}

    record RoleChanged(int organisationId, int roleId, RoleDetails details) implements RoleEvent {}

    /** The role was deleted with its permissions; nobody holds it any more. */
    record RoleDeleted(int organisationId, int roleId) implements RoleEvent {}

    /** The role has exactly these permissions on the object of the grant. */
    record RoleRightsChanged(int organisationId, int roleId, RoleGrant grant) implements RoleEvent {}

    /** The role has no permissions on the object any more. */
    record RoleRightsRemoved(int organisationId, int roleId, int grantId, GrantPlace place) implements RoleEvent {}

    record RoleHolderAdded(int organisationId, int roleId, int holdingId, GrantHolder holder) implements RoleEvent {}

    record RoleHolderRemoved(int organisationId, int roleId, int holdingId, GrantHolder holder) implements RoleEvent {}
}
