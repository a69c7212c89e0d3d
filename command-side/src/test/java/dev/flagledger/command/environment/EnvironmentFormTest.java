package dev.flagledger.command.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.command.metadata.MetadataForm;
import dev.flagledger.engine.Shop;
import dev.flagledger.testing.Forms;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentFormTest {

    private static final EnvironmentSettings SET = new EnvironmentSettings(
            "Live", "ser.old", "What it is", 2, false, "Careful!", "#ff0000", true, false, true, false, List.of());

    private final MetadataForm metadata = new MetadataForm(
            Shop.open().state(), Shop.open().state().project(Shop.PROJECT).orElseThrow(), ContentType.ENVIRONMENT);

    @Test
    void omittedFieldsKeepTheirValues() {
        assertThat(EnvironmentForm.change(Forms.of("{}"), SET, metadata)).isEqualTo(SET);
    }

    @Test
    void everySettingHasItsField() {
        var sent = Forms.of("""
                {'name': 'Test', 'api_key': 'abc', 'description': null, 'minimum_change_request_approvals': null,
                 'allow_client_traits': true, 'banner_text': null, 'banner_colour': null, 'hide_disabled_flags': null,
                 'use_identity_composite_key_for_hashing': true, 'hide_sensitive_data': false,
                 'use_identity_overrides_in_local_eval': true}""");

        assertThat(EnvironmentForm.change(sent, SET, metadata))
                .isEqualTo(new EnvironmentSettings(
                        "Test", "abc", null, null, true, null, null, null, true, false, true, List.of()));
    }

    @Test
    void aNewEnvironmentGetsAKeyUnlessItBringsOne() {
        var drawn = EnvironmentForm.create(Forms.of("{'name': 'Live'}"), metadata);

        assertThat(drawn.apiKey())
                .hasSize(22)
                .isNotEqualTo(EnvironmentForm.create(Forms.of("{'name': 'Live'}"), metadata)
                        .apiKey());
        assertThat(drawn)
                .isEqualTo(new EnvironmentSettings(
                        "Live", drawn.apiKey(), null, null, true, null, null, null, true, false, true, List.of()));
        assertThat(EnvironmentForm.create(Forms.of("{'name': 'Live', 'api_key': 'mine'}"), metadata)
                        .apiKey())
                .isEqualTo("mine");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {'api_key': 'ser.new'}         ; {api_key=[A client-side key may not begin with "ser.".]}
            {'api_key': 'ser.old'}         ; {}
            {'api_key': ''}                ; {api_key=[This field may not be blank.]}
            {'name': null}                 ; {name=[This field may not be null.]}
            {'banner_colour': '#ff000000'} ; {banner_colour=[Ensure this field has no more than 7 characters.]}
            {'hide_disabled_flags': 'so'}  ; {hide_disabled_flags=[Must be a valid boolean.]}
            """)
    void invalidFieldsAreRejected(String sent, String problems) {
        var form = Forms.of(sent);
        EnvironmentForm.change(form, SET, metadata);

        assertThat(Forms.problems(form)).isEqualTo(problems);
    }

    @Test
    void anEnvironmentHasAName() {
        var form = Forms.of("{}");
        EnvironmentForm.requireName(form);

        assertThat(Forms.problems(form)).isEqualTo("{name=[This field is required.]}");
    }
}
