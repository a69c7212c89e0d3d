package dev.flagledger.command.project;

import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.contract.form.Form;

/** Reads the settings of a project. Omitted fields keep their values. */
final class ProjectForm {

    private static final int MAX_NAME = 2_000;
    private static final int MAX_REGEX = 255;

    private ProjectForm() {}

    static void requireName(Form form) {
        form.text("name", MAX_NAME);
    }

    static ProjectSettings create(Form form) {
        var name = form.text("name", MAX_NAME);
        return change(form, ProjectSettings.initial(name));
    }

    static ProjectSettings change(Form form, ProjectSettings current) {
        return new ProjectSettings(
                form.text("name", MAX_NAME, current.name()),
                form.bool("hide_disabled_flags", current.hideDisabledFlags()),
                form.bool("prevent_flag_defaults", current.preventFlagDefaults()),
                form.bool("enable_realtime_updates", current.enableRealtimeUpdates()),
                form.bool("only_allow_lower_case_feature_names", current.onlyAllowLowerCaseFeatureNames()),
                form.textOrNull("feature_name_regex", MAX_REGEX, current.featureNameRegex()),
                form.integer("stale_flags_limit_days", current.staleFlagsLimitDays()),
                form.integerOrNull("minimum_change_request_approvals", current.minimumChangeRequestApprovals()),
                form.bool("enforce_feature_owners", current.enforceFeatureOwners()),
                form.bool("require_note", current.requireNote()));
    }
}
