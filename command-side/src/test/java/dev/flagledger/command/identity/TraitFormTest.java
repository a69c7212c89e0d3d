package dev.flagledger.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.identity.Trait;
import dev.flagledger.testing.Forms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraitFormTest {

    private static final Trait AGE = new Trait(7, "age", Trait.Type.INT, "42");

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {'trait_key': 'k', 'string_value': 'a'}                                           ; UNICODE ; a
            {'trait_key': 'k', 'value_type': 'unicode', 'integer_value': 7}                   ; UNICODE ;
            {'trait_key': 'k', 'value_type': 'int', 'integer_value': 7, 'string_value': 'a'}  ; INT     ; 7
            {'trait_key': 'k', 'value_type': 'float', 'float_value': 7}                       ; FLOAT   ; 7.0
            {'trait_key': 'k', 'value_type': 'bool', 'boolean_value': true}                   ; BOOL    ; true
            {'trait_key': 'k', 'value_type': 'bool'}                                          ; BOOL    ;
            """)
    void onlyTheFieldOfItsOwnTypeIsKept(String sent, Trait.Type type, @Nullable String value) {
        assertThat(TraitForm.create(Forms.of(sent), 9)).isEqualTo(new Trait(9, "k", type, value));
    }

    @Test
    void omittedFieldsKeepTheirValues() {
        assertThat(TraitForm.change(Forms.of("{}"), AGE)).isEqualTo(AGE);
        assertThat(TraitForm.change(Forms.of("{'trait_key': 'years'}"), AGE))
                .isEqualTo(new Trait(7, "years", Trait.Type.INT, "42"));
        assertThat(TraitForm.change(Forms.of("{'integer_value': null}"), AGE))
                .isEqualTo(new Trait(7, "age", Trait.Type.INT, null));
    }

    @Test
    void whatAnotherTypeHeldDoesNotComeBack() {
        assertThat(TraitForm.change(Forms.of("{'value_type': 'unicode'}"), AGE))
                .isEqualTo(new Trait(7, "age", Trait.Type.UNICODE, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {}                                        ; {trait_key=[This field is required.]}
            {'trait_key': ''}                         ; {trait_key=[This field may not be blank.]}
            {'trait_key': 'k', 'value_type': 'list'}  ; {value_type=["list" is not a valid choice.]}
            {'trait_key': 'k', 'integer_value': 'x'}  ; {integer_value=[A valid integer is required.]}
            {'trait_key': 'k', 'float_value': 'x'}    ; {float_value=[A valid number is required.]}
            {'trait_key': 'k', 'boolean_value': 'x'}  ; {boolean_value=[Must be a valid boolean.]}
            """)
    void invalidFieldsAreRejected(String sent, String problems) {
        assertThat(Forms.problems(() -> TraitForm.create(Forms.of(sent), 9))).isEqualTo(problems);
    }
}
