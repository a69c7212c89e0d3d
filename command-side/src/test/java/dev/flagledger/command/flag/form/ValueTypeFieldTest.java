package dev.flagledger.command.flag.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.testing.Forms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ValueTypeFieldTest {

    @Test
    void theNamesAreThoseOnTheWire() {
        assertThat(ValueTypeField.NAMES).containsExactly("unicode", "int", "bool");
    }

    @ParameterizedTest
    @CsvSource({"unicode, UNICODE", "int, INT", "bool, BOOL"})
    void aTypeIsReadByItsName(String name, FeatureValue.Type type) {
        var form = Forms.of("{'type': '" + name + "'}");

        assertThat(ValueTypeField.read(form, FeatureValue.Type.UNICODE)).isEqualTo(type);
        assertThat(Forms.problems(form)).isEqualTo("{}");
    }

    @ParameterizedTest
    @EnumSource
    void anOmittedTypeIsKept(FeatureValue.Type current) {
        assertThat(ValueTypeField.read(Forms.of("{}"), current)).isEqualTo(current);
    }

    @ParameterizedTest
    @EnumSource
    void nullIsReadAsText(FeatureValue.Type current) {
        var form = Forms.of("{'type': null}");

        assertThat(ValueTypeField.read(form, current)).isEqualTo(FeatureValue.Type.UNICODE);
        assertThat(Forms.problems(form)).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            'INT'   ; {type=["INT" is not a valid choice.]}
            'float' ; {type=["float" is not a valid choice.]}
            ''      ; {type=["" is not a valid choice.]}
            7       ; {type=["7" is not a valid choice.]}
            """)
    void anUnknownTypeIsRejectedAndTheCurrentOneKept(String sent, String problems) {
        var form = Forms.of("{'type': " + sent + "}");

        assertThat(ValueTypeField.read(form, FeatureValue.Type.BOOL)).isEqualTo(FeatureValue.Type.BOOL);
        assertThat(Forms.problems(form)).isEqualTo(problems);
    }
}
