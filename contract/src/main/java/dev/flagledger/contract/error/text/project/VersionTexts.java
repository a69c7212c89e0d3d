package dev.flagledger.contract.error.text.project;

import dev.flagledger.api.Rejection;

/** Texts about actions that a version does not allow. */
public final class VersionTexts {

    public static final String V2_REQUIRED = "Environment must use v2 feature versioning.";
    public static final String OVERRIDES_ONLY = "Cannot create FeatureState objects that are not segment overrides.";
    public static final String DEFAULT_STAYS = "Cannot delete environment default feature state.";
    public static final String NOT_SCHEDULED =
            "This server does not schedule versions: publish it when it is to go live.";
    public static final String STATE_TWICE = "A state is named twice.";
    public static final String USE_VERSIONS =
            "This environment uses v2 feature versioning. Use the environment feature version endpoint instead.";

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
