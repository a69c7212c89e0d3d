package dev.flagledger.contract.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.Forms;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that may be a form or a list of forms. */
class ParsedBodyTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            []    ; {non_field_errors=[Invalid data. Expected a dictionary, but got list.]}
            7     ; {non_field_errors=[Invalid data. Expected a dictionary, but got int.]}
            "a"   ; {non_field_errors=[Invalid data. Expected a dictionary, but got str.]}
            null  ; {non_field_errors=[No data provided]}
            {     ; {detail=JSON parse error - not valid JSON: line 1 column 2}
            {} {} ; {detail=JSON parse error - not valid JSON: line 1 column 4}
            """)
    void aBodyThatIsNoObjectIsNoForm(String body, String problems) {
        assertThat(Forms.problems(() -> sent(body).form())).isEqualTo(problems);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}"})
    void anEmptyBodyIsAnEmptyForm(String body) {
        assertThat(sent(body).isForm()).isTrue();
        assertThat(sent(body).form().has("x")).isFalse();
    }

    @Test
    void aListOfFormsIsReadInOrder() {
        var forms = sent("[{\"a\":1},{\"a\":2}]").forms();

        assertThat(forms).extracting(form -> form.integer("a")).containsExactly(1, 2);
    }

    @Test
    void errorsAreReportedByIndex() {
        var forms = sent("[{\"a\":1},{},7]").forms();
        forms.forEach(form -> form.integer("a"));

        assertThat(Forms.problems(() -> ParsedBody.validate(forms)))
                .isEqualTo("[{}, {a=[This field is required.]}, {non_field_errors=[Invalid data. Expected a dictionary,"
                        + " but got int.]}]");
    }

    @Test
    void validFormsHaveNoErrors() {
        assertThat(Forms.problems(() -> ParsedBody.validate(List.of()))).isEqualTo("{}");
        assertThat(Forms.problems(() -> ParsedBody.validate(sent("[{}]").forms())))
                .isEqualTo("{}");
    }

    @Test
    void aBodyThatIsNoArrayIsNoListOfForms() {
        assertThat(Forms.problems(() -> sent("{}").forms()))
                .isEqualTo("{non_field_errors=[Expected a list of items but got type \"dict\".]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            [{}]   ; true
            []     ; true
            [{},7] ; false
            {}     ; false
            """)
    void onlyAnArrayOfObjectsIsAListOfForms(String body, boolean only) {
        assertThat(sent(body).onlyForms().isPresent()).isEqualTo(only);
    }

    private static ParsedBody sent(String body) {
        return BodyReader.json(body.getBytes(StandardCharsets.UTF_8));
    }
}
