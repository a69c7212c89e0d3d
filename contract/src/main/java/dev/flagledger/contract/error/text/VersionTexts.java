package dev.flagledger.contract.error.text;

import dev.flagledger.api.Rejection;

/** Texts about actions that a version does not allow. */
public final class VersionTexts {

    private VersionTexts() {}

    public static String of(Rejection.Unfit.Cause cause) {
        return switch (cause) {
            case PUBLISHED -> "Cannot modify published version.";
            case LIVE -> "Cannot delete a live version.";
            case VERSIONED -> "Environment already using v2 versioning.";
            case UNVERSIONED -> "Environment is not using v2 versioning.";
        };
    }

    /** As in Flagsmith, only one of the two texts ends with a full stop. */
    public static String of(Rejection.Conflict conflict) {
        var problem = conflict.there() ? "already exists for segment '%s'" : "does not exist for segment '%s'.";
        return "An unresolvable conflict occurred: segment override " + problem.formatted(conflict.segment());
    }
}
