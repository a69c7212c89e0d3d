package dev.flagledger.api.event;

import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantPlace;

/**
 * Events of permissions granted in an organisation. They are in the scope of the object on which the permissions are
 * granted, but in the stream of the organisation.
 */
public sealed interface GrantEvent extends OrganisationEvent {

    int grantId();

    GrantPlace place();

    record PermissionsGranted(int organisationId, Grant grant) implements GrantEvent {
        @Override
        public int grantId() {
            return grant.id();
        }

        @Override
        public GrantPlace place() {
            return grant.place();
        }
    }

    /** The permissions of a grant, or its holder, were changed. */
    record PermissionsChanged(int organisationId, Grant grant) implements GrantEvent {
        @Override
        public int grantId() {
            return grant.id();
        }

        @Override
        public GrantPlace place() {
            return grant.place();
        }
    }

    record PermissionsWithdrawn(int organisationId, int grantId, GrantPlace place) implements GrantEvent {}
}
