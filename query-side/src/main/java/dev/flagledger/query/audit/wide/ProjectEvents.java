package dev.flagledger.query.audit.wide;

import static dev.flagledger.contract.view.audit.AuditedKind.PROJECT;

import dev.flagledger.api.event.ProjectEvent;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.ProjectEvent.TagChanged;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.ProjectEvent.TagDeleted;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.Installation;
import java.util.List;
import java.util.Optional;

/** What is told of projects beside the contract's lines: their creation and their settings. */
final class ProjectEvents {

    private ProjectEvents() {}

    static Optional<Told> of(Installation before, ProjectEvent event) {
        return switch (event) {
            case ProjectCreated e ->
                Optional.of(Told.of(PROJECT.created(e.settings().name())));
            case ProjectChanged e ->
                before.project(e.projectId())
                        .map(project -> Told.of(
                                PROJECT.updated(e.settings().name()), changes(project.settings(), e.settings())));
            case TagCreated _, TagChanged _, TagDeleted _, ProjectDeleted _ -> Optional.empty();
        };
    }

    private static List<FieldChange> changes(ProjectSettings old, ProjectSettings now) {
        return FieldChange.differing(
                new FieldChange("name", old.name(), now.name()),
                new FieldChange("hide_disabled_flags", old.hideDisabledFlags(), now.hideDisabledFlags()),
                new FieldChange("prevent_flag_defaults", old.preventFlagDefaults(), now.preventFlagDefaults()),
                new FieldChange("enable_realtime_updates", old.enableRealtimeUpdates(), now.enableRealtimeUpdates()),
                new FieldChange(
                        "only_allow_lower_case_feature_names",
                        old.onlyAllowLowerCaseFeatureNames(),
                        now.onlyAllowLowerCaseFeatureNames()),
                new FieldChange("feature_name_regex", old.featureNameRegex(), now.featureNameRegex()),
                new FieldChange("stale_flags_limit_days", old.staleFlagsLimitDays(), now.staleFlagsLimitDays()),
                new FieldChange(
                        "minimum_change_request_approvals",
                        old.minimumChangeRequestApprovals(),
                        now.minimumChangeRequestApprovals()),
                new FieldChange("enforce_feature_owners", old.enforceFeatureOwners(), now.enforceFeatureOwners()));
    }
}
