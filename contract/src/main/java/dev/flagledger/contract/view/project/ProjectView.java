package dev.flagledger.contract.view.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flagledger.engine.state.project.Project;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project in the admin API. The settings of Flagsmith's edge API are constant, since this server has none.
 *
 * @param requireNote true or absent, since Flagsmith has no such setting
 */
public record ProjectView(
        int id,
        UUID uuid,
        String name,
        int organisation,
        boolean hideDisabledFlags,
        boolean enableDynamoDb,
        String migrationStatus,
        boolean useEdgeIdentities,
        boolean preventFlagDefaults,
        boolean enableRealtimeUpdates,
        boolean onlyAllowLowerCaseFeatureNames,
        @Nullable String featureNameRegex,
        boolean showEdgeIdentityOverridesForFeature,
        int staleFlagsLimitDays,
        String edgeV2MigrationStatus,
        @Nullable Integer minimumChangeRequestApprovals,
        boolean enforceFeatureOwners,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean requireNote) {

    public static ProjectView of(Project project) {
        var settings = project.settings();
        return new ProjectView(
                project.id(),
                project.uuid(),
                settings.name(),
                project.organisationId(),
                settings.hideDisabledFlags(),
                false,
                "NOT_APPLICABLE",
                false,
                settings.preventFlagDefaults(),
                settings.enableRealtimeUpdates(),
                settings.onlyAllowLowerCaseFeatureNames(),
                settings.featureNameRegex(),
                false,
                settings.staleFlagsLimitDays(),
                "NOT_STARTED",
                settings.minimumChangeRequestApprovals(),
                settings.enforceFeatureOwners(),
                settings.requireNote() ? Boolean.TRUE : null);
    }
}
