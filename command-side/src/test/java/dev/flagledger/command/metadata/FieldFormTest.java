package dev.flagledger.command.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.metadata.FieldDefinition;
import dev.flagledger.testing.Forms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FieldFormTest {

    private static final FieldDefinition TICKET =
            new FieldDefinition("Ticket", FieldDefinition.Type.URL, "Where it is discussed");

    @Test
    void aNewFieldHoldsTextUnlessItSaysWhat() {
        assertThat(FieldForm.create(Forms.of("{'name': 'Ticket'}")))
                .isEqualTo(new FieldDefinition("Ticket", FieldDefinition.Type.STR, null));
    }

    @Test
    void omittedFieldsKeepTheirValues() {
        assertThat(FieldForm.change(Forms.of("{}"), TICKET)).isEqualTo(TICKET);
        assertThat(FieldForm.change(Forms.of("{'name': 'Issue', 'description': ''}"), TICKET))
                .isEqualTo(new FieldDefinition("Issue", FieldDefinition.Type.URL, ""));
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeHasItsName(FieldDefinition.Type type) {
        var form = Forms.of("{'name': 'Ticket', 'type': '" + type.wireName() + "'}");

        assertThat(FieldForm.create(form).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {}                                    ; {organisation=[This field is required.], name=[This field is required.]}
            {'name': 'a', 'organisation': 'x'}    ; {organisation=[A valid integer is required.]}
            {'name': '', 'organisation': 3}       ; {name=[This field may not be blank.]}
            {'name': 'a', 'organisation': 3, 'type': 'STR'} ; {type=["STR" is not a valid choice.]}
            """)
    void aReplacementNeedsWhatANewOneNeeds(String sent, String problems) {
        var form = Forms.of(sent);
        FieldForm.replace(form, TICKET);

        assertThat(Forms.problems(form)).isEqualTo(problems);
    }
}
