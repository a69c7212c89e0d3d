package dev.flagledger.command.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.webhook.MessageSelection;
import dev.flagledger.api.webhook.MessageSelection.Which;
import dev.flagledger.testing.Forms;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedeliveryFormsTest {

    private static final Instant TIME = Instant.parse("2031-05-06T07:08:09Z");

    @Test
    void aSelectionIsARangeOrATime() {
        assertThat(read("{'from': 40, 'to': 90}")).isEqualTo(MessageSelection.range(40, 90));
        assertThat(read("{'from': 1, 'to': 2147483647}")).isEqualTo(MessageSelection.range(1, 2_147_483_647));
        assertThat(read("{'from': 7, 'to': 7}")).isEqualTo(MessageSelection.range(7, 7));
        assertThat(read("{'failed_since': '2031-05-06T07:08:09Z'}"))
                .isEqualTo(MessageSelection.since(Which.FAILED, TIME));
        assertThat(read("{'missing_since': '2031-05-06T07:08:09Z'}"))
                .isEqualTo(MessageSelection.since(Which.MISSING, TIME));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {}                            ; {from=[Give either from and to, or failed_since, or missing_since.]}
            {'from': 1, 'to': 2, 'failed_since': '2031-05-06T07:08:09Z'} ; {from=[Give either from and to, or failed_since, or missing_since.]}
            {'from': 1}                   ; {to=[This field is required.]}
            {'to': 1}                     ; {from=[This field is required.]}
            {'from': 'x', 'to': 1}        ; {from=[A valid integer is required.]}
            {'from': 2, 'to': 1}          ; {from=[The first number must not be greater than the last one.]}
            {'missing_since': null}       ; {missing_since=[This field is required.]}
            """)
    void invalidSelectionsAreRejected(String sent, String problems) {
        assertThat(Forms.problems(() -> read(sent))).isEqualTo(problems);
    }

    private static MessageSelection read(String sent) {
        return RedeliveryForms.read(Forms.of(sent));
    }
}
