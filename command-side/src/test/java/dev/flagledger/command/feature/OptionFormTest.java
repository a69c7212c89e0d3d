package dev.flagledger.command.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.testing.Forms;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionFormTest {

    private static final MultivariateOption GREEN =
            new MultivariateOption(31, new UUID(0, 31), FeatureValue.of("green"), 30, "olive");

    @Test
    void omittedFieldsKeepTheirValues() {
        assertThat(OptionForm.change(Forms.of("{}"), GREEN)).isEqualTo(GREEN);
    }

    @Test
    void aNewOptionIsAllOfTheFeatureUnlessItSaysHowMuch() {
        var blank = OptionForm.change(Forms.of("{}"), OptionForm.blank());

        assertThat(blank.value()).isEqualTo(FeatureValue.NONE);
        assertThat(blank.defaultPercentage()).isEqualTo(100);
        assertThat(blank.key()).isNull();
    }

    @Test
    void aValueOfEachTypeHasAFieldOfItsOwn() {
        var number = OptionForm.change(Forms.of("{'type': 'int', 'integer_value': 7}"), GREEN);
        var truth = OptionForm.change(Forms.of("{'type': 'bool', 'boolean_value': true}"), GREEN);
        var text = OptionForm.change(Forms.of("{'type': null, 'string_value': null}"), number);

        assertThat(number.value()).isEqualTo(new FeatureValue(FeatureValue.Type.INT, "green", 7, null));
        assertThat(truth.value()).isEqualTo(new FeatureValue(FeatureValue.Type.BOOL, "green", null, true));
        assertThat(text.value()).isEqualTo(new FeatureValue(FeatureValue.Type.UNICODE, null, 7, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {'key': 'dark-green_2'}                 ; {}
            {'key': 'olive'}                        ; {}
            {'key': null}                           ; {}
            {'key': ''}                             ; {key=[This field may not be blank.]}
            {'key': 'dark green'}                   ; {key=[Enter a valid \u201cslug\u201d consisting of letters, numbers, underscores or hyphens.]}
            {'key': 'control'}                      ; {key=["control" is a reserved variant key.]}
            {'type': 'float'}                       ; {type=["float" is not a valid choice.]}
            {'integer_value': 'x'}                  ; {integer_value=[A valid integer is required.]}
            {'default_percentage_allocation': 101}  ; {default_percentage_allocation=[Ensure this value is less than or equal to 100.]}
            {'default_percentage_allocation': null} ; {default_percentage_allocation=[This field may not be null.]}
            """)
    void invalidFieldsAreRejected(String sent, String problems) {
        var form = Forms.of(sent);
        OptionForm.change(form, GREEN);

        assertThat(Forms.problems(form)).isEqualTo(problems);
    }

    @Test
    void insideItsFeaturesRequestNothingIsSaidOfTheKey() {
        var form = Forms.of("{'key': 'control', 'string_value': 'red'}");

        assertThat(OptionForm.nested(form, GREEN).key()).isEqualTo("olive");
        assertThat(Forms.problems(form)).isEqualTo("{}");
    }

    @Test
    void itGetsItsIdInTheEnd() {
        assertThat(OptionForm.withId(32, GREEN))
                .isEqualTo(new MultivariateOption(32, GREEN.uuid(), GREEN.value(), 30, "olive"));
    }
}
