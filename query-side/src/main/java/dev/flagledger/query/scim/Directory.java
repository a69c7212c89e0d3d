package dev.flagledger.query.scim;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.engine.state.organisation.Organisation;
import java.util.Optional;

/** The organisation of the directory that asks. */
final class Directory {

    private Directory() {}

    /** The organisation; forbidden if it has ended. */
    static Organisation organisation(AccessContext access) {
        return Optional.ofNullable(access.actor().id())
                .flatMap(access.installation()::organisation)
                .filter(organisation -> organisation.access().provisioning().connection() != null)
                .orElseThrow(() -> new Rejected(new Rejection.Forbidden()));
    }
}
