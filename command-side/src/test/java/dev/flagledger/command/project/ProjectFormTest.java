package dev.flagledger.command.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.testing.Forms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectFormTest {

    private static final ProjectSettings SET =
            new ProjectSettings("Shop", true, true, true, false, "[a-z]+", 7, 2, true, false);

    @Test
    void aNewProjectHasTheContractsDefaults() {
        assertThat(ProjectForm.create(Forms.of("{'name': 'Shop'}")))
                .isEqualTo(new ProjectSettings("Shop", false, false, false, true, null, 30, null, false, false));
    }

    @Test
    void omittedFieldsKeepTheirValues() {
        assertThat(ProjectForm.change(Forms.of("{}"), SET)).isEqualTo(SET);
    }

    @Test
    void everySettingHasItsField() {
        var sent = Forms.of("""
                {'name': 'Store', 'hide_disabled_flags': false, 'prevent_flag_defaults': false,
                 'enable_realtime_updates': false, 'only_allow_lower_case_feature_names': true,
                 'feature_name_regex': null, 'stale_flags_limit_days': 30, 'minimum_change_request_approvals': null,
                 'enforce_feature_owners': false, 'require_note': true}""");

        assertThat(ProjectForm.change(sent, SET))
                .isEqualTo(new ProjectSettings("Store", false, false, false, true, null, 30, null, false, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {}                                              ; {name=[This field is required.]}
            {'name': 'a', 'stale_flags_limit_days': null}   ; {stale_flags_limit_days=[This field may not be null.]}
            {'name': 'a', 'stale_flags_limit_days': 'soon'} ; {stale_flags_limit_days=[A valid integer is required.]}
            {'name': 'a', 'hide_disabled_flags': null}      ; {hide_disabled_flags=[This field may not be null.]}
            """)
    void invalidFieldsAreRejected(String sent, String problems) {
        var form = Forms.of(sent);
        ProjectForm.create(form);

        assertThat(Forms.problems(form)).isEqualTo(problems);
    }
}
