package dev.flagledger.command.flag.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.testing.Forms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedValueFormTest {

    private static final FeatureValue BLUE = FeatureValue.of("blue");
    private static final FeatureValue TWELVE = FeatureValue.of(12);

    @Test
    void eachTypeHasItsField() {
        assertThat(read("{'type': 'unicode', 'string_value': 'red'}", TWELVE)).isEqualTo(FeatureValue.of("red"));
        assertThat(read("{'type': 'int', 'integer_value': 7}", BLUE)).isEqualTo(FeatureValue.of(7));
        assertThat(read("{'type': 'bool', 'boolean_value': true}", BLUE)).isEqualTo(FeatureValue.of(true));
    }

    @Test
    void anOmittedValueIsKept() {
        assertThat(TypedValueForm.read(Forms.of("{}"), TWELVE)).isEqualTo(TWELVE);
    }

    @Test
    void anOmittedTypeIsKept() {
        assertThat(read("{'integer_value': 7}", TWELVE)).isEqualTo(FeatureValue.of(7));
        assertThat(read("{'string_value': 'red'}", TWELVE))
                .as("a field of another type")
                .isEqualTo(TWELVE);
        assertThat(read("{}", TWELVE)).isEqualTo(TWELVE);
    }

    @Test
    void onlyTheFieldOfTheTypeIsKept() {
        assertThat(read("{'type': 'int', 'integer_value': 7, 'string_value': 'red', 'boolean_value': true}", BLUE))
                .isEqualTo(FeatureValue.of(7));
    }

    @Test
    void aTypeWithoutItsFieldHasNoValue() {
        assertThat(read("{'type': 'int'}", BLUE)).isEqualTo(new FeatureValue(FeatureValue.Type.INT, null, null, null));
    }

    @Test
    void aNullTypeIsText() {
        assertThat(read("{'type': null, 'string_value': 'red'}", TWELVE)).isEqualTo(FeatureValue.of("red"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            null                    ; {feature_state_value=[This field may not be null.]}
            7                       ; {feature_state_value={non_field_errors=[Invalid data. Expected a dictionary, but got int.]}}
            {'type': 'float'}       ; {feature_state_value={type=["float" is not a valid choice.]}}
            {'integer_value': 'x'}  ; {feature_state_value={integer_value=[A valid integer is required.]}}
            {'boolean_value': 'so'} ; {feature_state_value={boolean_value=[Must be a valid boolean.]}}
            """)
    void errorsAreUnderTheValue(String sent, String problems) {
        var form = Forms.of("{'feature_state_value': " + sent + "}");
        TypedValueForm.read(form, BLUE);

        assertThat(Forms.problems(form)).isEqualTo(problems);
    }

    private static FeatureValue read(String value, FeatureValue current) {
        var form = Forms.of("{'feature_state_value': " + value + "}");
        var read = TypedValueForm.read(form, current);
        assertThat(Forms.problems(form)).isEqualTo("{}");
        return read;
    }
}
