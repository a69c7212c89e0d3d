package dev.flagledger.query.audit.description.project;

import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.contract.view.audit.FieldChange;
import java.util.List;

/** The settings of a project that differ. */
final class ProjectFields {

    private ProjectFields() {}

    static List<FieldChange> changes(ProjectSettings old, ProjectSettings now) {
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
                new FieldChange("enforce_feature_owners", old.enforceFeatureOwners(), now.enforceFeatureOwners()),
                new FieldChange("require_note", old.requireNote(), now.requireNote()));
    }
}
