package dev.flagledger.command.flag.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.testing.Forms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueFormTest {

    private static final FeatureValue CURRENT = FeatureValue.of("blue");

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            'red'       ; UNICODE ; red
            ''          ; UNICODE ; ''
            ' red '     ; UNICODE ; red
            'true'      ; UNICODE ; true
            '12'        ; UNICODE ; 12
            true        ; BOOL    ; true
            false       ; BOOL    ; false
            12          ; INT     ; 12
            -2147483648 ; INT     ; -2147483648
            2147483647  ; INT     ; 2147483647
            1.5         ; UNICODE ; 1.5
            """, quoteCharacter = '`')
    void theJsonTypeDeterminesTheType(String sent, FeatureValue.Type type, String plain) {
        var form = Forms.of("{'feature_state_value': " + sent + "}");

        var value = ValueForm.read(form, CURRENT);

        assertThat(Forms.problems(form)).isEqualTo("{}");
        assertThat(value.type()).isEqualTo(type);
        assertThat(value.plain()).hasToString(plain.equals("''") ? "" : plain);
    }

    @Test
    void anOmittedValueIsKept() {
        assertThat(ValueForm.read(Forms.of("{}"), CURRENT)).isEqualTo(CURRENT);
    }

    @Test
    void nullIsNoValue() {
        assertThat(ValueForm.read(Forms.of("{'feature_state_value': null}"), CURRENT))
                .isEqualTo(FeatureValue.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            2147483648           ; {integer_value=[Ensure this value is less than or equal to 2147483647.]}
            -2147483649          ; {integer_value=[Ensure this value is greater than or equal to -2147483648.]}
            99999999999999999999 ; {integer_value=[Ensure this value is less than or equal to 2147483647.]}
            {}                   ; {string_value=[Not a valid string.]}
            []                   ; {string_value=[Not a valid string.]}
            """)
    void aValueOutOfRangeIsRejectedUnderTheNameOfItsColumn(String sent, String problems) {
        var form = Forms.of("{'feature_state_value': " + sent + "}");

        assertThat(ValueForm.read(form, CURRENT)).isEqualTo(CURRENT);
        assertThat(Forms.problems(form)).isEqualTo(problems);
    }

    @Test
    void aTextHasAtMost20000Characters() {
        var longest = Forms.of("{'feature_state_value': '" + "x".repeat(20_000) + "'}");
        var longer = Forms.of("{'feature_state_value': '" + "x".repeat(20_001) + "'}");
        ValueForm.read(longest, CURRENT);
        ValueForm.read(longer, CURRENT);

        assertThat(Forms.problems(longest)).isEqualTo("{}");
        assertThat(Forms.problems(longer))
                .isEqualTo("{string_value=[Ensure this field has no more than 20000 characters.]}");
    }
}
