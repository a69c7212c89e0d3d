package dev.flagledger.command.flag.version;

import dev.flagledger.access.permission.AccessibleFlag;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Unfit.Cause;
import dev.flagledger.api.access.Permission;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.engine.state.flag.Version;
import dev.flagledger.engine.state.project.Segment;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks up flags for callers that may write versions of them. */
final class VersionAccess {

    private VersionAccess() {}

    /** The flag in its current state: missing if the caller may not view it, forbidden if they may not change it. */
    static AccessibleFlag open(CommandContext context, int environmentId, int featureId) {
        var access = context.access();
        var flag = AccessibleFlag.of(access, environmentId, featureId);
        access.require(Permission.UPDATE_FEATURE_STATE, flag.scope());
        return flag;
    }

    /** The names of the project's segments by id. */
    static Map<Integer, String> names(AccessibleFlag flag) {
        return flag.project().segments().values().stream().collect(Collectors.toMap(Segment::id, Segment::name));
    }

    /** Rejects if the version is published. */
    static void requireDraft(Version version, Cause cause) {
        if (version.isPublished()) {
            throw new Rejected(new Rejection.Unfit(cause));
        }
    }
}
