package dev.flagledger.command.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.api.metadata.FieldDefinition;
import dev.flagledger.api.metadata.MetadataValue;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.testing.Forms;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataFormTest {

    private final History shop = CustomFields.ofTheShop();

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            STR           ; anything           ; true
            MULTILINE_STR ; anything           ; true
            INT           ; 12                 ; true
            INT           ; -1_000             ; true
            INT           ; 1.5                ; false
            INT           ; 1_                 ; false
            INT           ; x                  ; false
            BOOL          ; true               ; true
            BOOL          ; False              ; true
            BOOL          ; yes                ; false
            URL           ; https://a.test/x   ; true
            URL           ; web+ftp://a        ; true
            URL           ; //a.test           ; false
            URL           ; https:///path      ; false
            """)
    void eachTypeOfFieldTakesWhatItIsFor(FieldDefinition.Type type, String value, boolean taken) {
        int field = CustomFields.attached(type);
        var form = Forms.of("{'metadata': [" + entry(field, value) + "]}");

        var read = read(shop, form);

        assertThat(Forms.problems(form))
                .isEqualTo(
                        taken
                                ? "{}"
                                : "{metadata=[{non_field_errors=[Invalid value for field Field " + (field - 100)
                                        + "]}]}");
        assertThat(read).isEqualTo(taken ? List.of(new MetadataValue(field, value)) : List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'metadata': []}", "{'metadata': null}", "{'metadata': 7}"})
    void whatSaysNothingOfThemEmptiesThem(String sent) {
        assertThat(read(shop, Forms.of(sent))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {'model_field': 999, 'field_value': 'a'} ; {metadata=[{model_field=[Invalid pk "999" - object does not exist.]}]}
            {'model_field': 180, 'field_value': 'a'} ; {metadata=[{model_field=[Invalid pk "180" - object does not exist.]}]}
            {'model_field': 120, 'field_value': ''}  ; {metadata=[{field_value=[This field may not be blank.]}]}
            {'model_field': 120}                     ; {metadata=[{field_value=[This field is required.]}]}
            {'field_value': 'a'}                     ; {metadata=[{model_field=[This field is required.]}]}
            """)
    void onlyFieldsOfThatKindOfThingAreWrittenInto(String entry, String problems) {
        var form = Forms.of("{'metadata': [" + entry + "]}");

        assertThat(read(shop, form)).isEmpty();
        assertThat(Forms.problems(form)).isEqualTo(problems);
    }

    @Test
    void aFieldIsWrittenIntoOnce() {
        var form = Forms.of("{'metadata': [" + entry(120, "a") + "," + entry(120, "b") + "]}");

        assertThat(read(shop, form)).containsExactly(new MetadataValue(120, "a"));
        assertThat(Forms.problems(form))
                .isEqualTo("{metadata=[{}, {non_field_errors=[The fields model_field, content_type, object_id must make"
                        + " a unique set.]}]}");
    }

    @Test
    void aRequiredFieldIsMissedOnceEverythingElseIsRight() {
        var required = CustomFields.withARequiredOne();
        var missed = "{metadata=[Missing required metadata field: Field 90]}";

        for (var sent : List.of("{}", "{'metadata': []}", "{'metadata': [" + entry(120, "a") + "]}")) {
            var form = Forms.of(sent);
            read(required, form);
            assertThat(Forms.problems(form)).isEqualTo(missed);
        }
        var wrong = Forms.of("{'metadata': [" + entry(121, "x") + "]}");
        read(required, wrong);
        assertThat(Forms.problems(wrong))
                .isEqualTo("{metadata=[{non_field_errors=[Invalid value for field Field 21]}]}");
        var whole = Forms.of("{'metadata': [" + entry(CustomFields.REQUIRED, "a") + "]}");
        read(required, whole);
        assertThat(Forms.problems(whole)).isEqualTo("{}");
    }

    private static String entry(int field, String value) {
        return "{'model_field': " + field + ", 'field_value': '" + value + "'}";
    }

    private static List<MetadataValue> read(History history, Form form) {
        var project = history.state().project(Shop.PROJECT).orElseThrow();
        return new MetadataForm(history.state(), project, ContentType.FEATURE).read(form);
    }
}
