package dev.flagledger.query.sdk.flags.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdatedAtTest {

    @ParameterizedTest
    @CsvSource({
        "2031-01-01T00:00:00Z, 1924992000.0",
        "2031-01-01T00:00:00.5Z, 1924992000.5",
        "2031-01-01T00:00:00.120000Z, 1924992000.12",
        "2031-01-01T00:00:00.000001Z, 1924992000.000001",
        "2031-01-01T00:00:00.999999999Z, 1924992000.999999",
        "2030-12-31T23:58:20Z, 1924991900.0"
    })
    void anInstantIsFormattedToTheMicrosecondWithoutTrailingZeros(Instant at, String text) {
        assertThat(UpdatedAt.text(at)).isEqualTo(text);
    }
}
