package dev.flagledger.contract.form.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** Section 0.3 of the admin contract: times with or without zone, to the microsecond. */
class DateTimeParserTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @ParameterizedTest
    @CsvSource(delimiter = ' ', quoteCharacter = '"', textBlock = """
            2031-03-04T09:10:11.120000Z "2031-03-04T09:10:11.12Z"
            "2031-03-04 09:10" 2031-03-04T09:10:00Z
            2031-3-4T9:1:2,5 2031-03-04T09:01:02.5Z
            2031-03-04T09:10:11.1234569+02:00 2031-03-04T07:10:11.123456Z
            "2031-03-04T09:10:11 -0030" 2031-03-04T09:40:11Z
            2031-03-04T23:10:11-23 2031-03-05T22:10:11Z
            2031-03-04 2031-03-04T00:00:00Z
            """)
    void aTimeIsParsedInEveryFormatOfClients(String written, Instant meant) {
        assertThat(DateTimeParser.parse(JSON.stringNode(written))).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2031-02-30T09:10",
                "2031-03-04T24:00",
                "2031-03-04T09:10+24:00",
                "0000-01-01",
                "0001-01-01T00:00+01:00",
                "9999-12-31T23:59-01:00",
                " 2031-03-04"
            })
    void aMalformedTimeIsRejected(String written) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> DateTimeParser.parse(JSON.stringNode(written)))
                .withMessage("Datetime has wrong format. Use one of these formats instead:"
                        + " YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].");
    }

    @Test
    void aNumberIsNoTime() {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> DateTimeParser.parse(JSON.numberNode(20310304)));
    }
}
