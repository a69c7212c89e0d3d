package dev.flagledger.command.flag.version;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.permission.FlagAccess;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Unfit.Cause;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.flag.Version;
import dev.flagledger.engine.state.project.Segment;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks up flags for callers that may write versions of them. */
@Component
final class VersionAccess {

    private final History<Installation> fold;

    VersionAccess(History<Installation> fold) {
        this.fold = fold;
    }

    /** The flag in its current state: missing if the caller may not view it, forbidden if they may not change it. */
    FlagAccess open(Attribution caller, int environmentId, int featureId) {
        var access = new AccessContext(fold.state(), caller.actor());
        var of = FlagAccess.of(access, environmentId, featureId);
        access.require(Permission.UPDATE_FEATURE_STATE, new Scope.OfEnvironment(environmentId));
        return of;
    }

    /** The names of the project's segments by id. */
    static Map<Integer, String> names(FlagAccess of) {
        return of.project().segments().values().stream().collect(Collectors.toMap(Segment::id, Segment::name));
    }

    /** Rejects if the version is published. */
    static void requireDraft(Version version, Cause otherwise) {
        if (version.isPublished()) {
            throw new Rejected(new Rejection.Unfit(otherwise));
        }
    }
}
