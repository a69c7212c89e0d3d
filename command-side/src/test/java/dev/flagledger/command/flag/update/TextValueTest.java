package dev.flagledger.command.flag.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.testing.Forms;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextValueTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            string  ; red         ; UNICODE ; red
            string  ; 12          ; UNICODE ; 12
            integer ; 12          ; INT     ; 12
            integer ; -12         ; INT     ; -12
            integer ; 2147483647  ; INT     ; 2147483647
            integer ; -2147483648 ; INT     ; -2147483648
            integer ; 1_000       ; INT     ; 1000
            boolean ; true        ; BOOL    ; true
            boolean ; FALSE       ; BOOL    ; false
            """)
    void theTypeSaysHowTheTextIsRead(String type, String text, FeatureValue.Type read, String plain) {
        var form = Forms.of("{'type': '" + type + "', 'value': '" + text + "'}");
        var refused = new ArrayList<String>();

        var value = TextValue.read(form, refused::add);

        assertThat(refused).isEmpty();
        assertThat(Forms.problems(form)).isEqualTo("{}");
        assertThat(value.type()).isEqualTo(read);
        assertThat(value.plain()).hasToString(plain);
    }

    @Test
    void aTextMayBeEmpty() {
        assertThat(TextValue.read(Forms.of("{'type': 'string', 'value': ''}"), _ -> {}))
                .isEqualTo(FeatureValue.of(""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            integer ; twelve     ; 'twelve' is not a valid integer
            integer ; 1.5        ; '1.5' is not a valid integer
            integer ; 2147483648 ; '2147483648' is not a valid integer
            boolean ; yes        ; 'yes' is not a valid boolean (use 'true' or 'false')
            boolean ; 1          ; '1' is not a valid boolean (use 'true' or 'false')
            """, quoteCharacter = '`')
    void aTextThatDoesNotFitItsTypeIsRefused(String type, String text, String problem) {
        var refused = new ArrayList<String>();
        TextValue.read(Forms.of("{'type': '" + type + "', 'value': '" + text + "'}"), refused::add);

        assertThat(refused).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {'value': 'x'}                   ; {type=[This field is required.]}
            {'type': 'string'}               ; {value=[This field is required.]}
            {'type': 'float', 'value': '1'}  ; {type=["float" is not a valid choice.]}
            {'type': null, 'value': '1'}     ; {type=[This field may not be null.]}
            {'type': 'string', 'value': null}; {value=[This field may not be null.]}
            """)
    void bothFieldsAreRequired(String sent, String problems) {
        var form = Forms.of(sent);
        TextValue.read(form, _ -> {});

        assertThat(Forms.problems(form)).isEqualTo(problems);
    }
}
