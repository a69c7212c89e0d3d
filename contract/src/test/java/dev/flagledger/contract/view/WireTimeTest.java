package dev.flagledger.contract.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract has two formats of time. */
class WireTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2031-03-04T09:10:11Z,           2031-03-04T09:10:11Z,        2031-03-04T09:10:11.000000Z",
        "2031-03-04T09:10:11.120Z,       2031-03-04T09:10:11.120000Z, 2031-03-04T09:10:11.120000Z",
        "2031-03-04T09:10:11.000001Z,    2031-03-04T09:10:11.000001Z, 2031-03-04T09:10:11.000001Z",
        "2031-03-04T09:10:11.000000999Z, 2031-03-04T09:10:11Z,        2031-03-04T09:10:11.000000Z",
        "2031-03-04T09:10:11.999999999Z, 2031-03-04T09:10:11.999999Z, 2031-03-04T09:10:11.999999Z",
        "1969-12-31T23:59:59.5Z,         1969-12-31T23:59:59.500000Z, 1969-12-31T23:59:59.500000Z"
    })
    void aTimeIsWrittenToTheMicrosecondInUtc(Instant time, String rest, String sixDigits) {
        assertThat(WireTime.rest(time)).isEqualTo(rest);
        assertThat(WireTime.sixDigits(time)).isEqualTo(sixDigits);
    }

    @Test
    void nullHasNoTime() {
        assertThat(WireTime.restOrNull(null)).isNull();
        assertThat(WireTime.restOrNull(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00Z");
    }
}
