package dev.flagledger.api.project;

import org.jspecify.annotations.Nullable;

/**
 * What a project's admins can set.
 *
 * @param name at most 2000 characters, unique within the organisation
 * @param hideDisabledFlags whether applications are not told of flags that are off; an environment may decide otherwise
 * @param preventFlagDefaults whether new features start disabled and without value in every environment
 * @param enableRealtimeUpdates whether applications may listen for changes
 * @param onlyAllowLowerCaseFeatureNames a rule for the dashboard's form; not enforced by the server
 * @param featureNameRegex what feature names must match as a whole; null or empty for anything
 * @param staleFlagsLimitDays days without change after which a flag counts as stale
 * @param minimumChangeRequestApprovals approvals that a change of segments needs; null for none
 * @param enforceFeatureOwners whether every feature must have an owner
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
        boolean enforceFeatureOwners) {}
