package dev.flagledger.api.project;

import org.jspecify.annotations.Nullable;

/**
 * Settings of a project.
 *
 * @param name at most 2000 characters, unique within the organisation
 * @param hideDisabledFlags whether disabled flags are left out of responses to applications; an environment may
 *     override this
 * @param preventFlagDefaults whether new features start disabled and without a value in every environment
 * @param enableRealtimeUpdates whether applications may subscribe to changes
 * @param onlyAllowLowerCaseFeatureNames a rule for the dashboard; not enforced by the server
 * @param featureNameRegex pattern that feature names must match entirely; null or empty for any name
 * @param staleFlagsLimitDays days without a change after which a flag counts as stale
 * @param minimumChangeRequestApprovals approvals that a change of segments requires; null for none
 * @param enforceFeatureOwners whether every feature must have an owner
 * @param requireNote whether users and API keys must note why they change anything in the project
 */
public record ProjectSettings(
        String name,
        boolean hideDisabledFlags,
        boolean preventFlagDefaults,
        boolean enableRealtimeUpdates,
        boolean onlyAllowLowerCaseFeatureNames,
        @Nullable String featureNameRegex,
        int staleFlagsLimitDays,
        @Nullable Integer minimumChangeRequestApprovals,
        boolean enforceFeatureOwners,
        boolean requireNote) {

    private static final int STALE_AFTER_DAYS = 30;

    /** Returns the settings with which a project begins unless its creator wants others. */
    public static ProjectSettings initial(String name) {
        return new ProjectSettings(name, false, false, false, true, null, STALE_AFTER_DAYS, null, false, false);
    }
}
