package dev.flagledger.access.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimePasswordsTest {

    /** The secret of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    /** The last six of the eight digits of the RFC. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(OneTimePasswords.code(SECRET, seconds / 30)).isEqualTo(code);
        assertThat(OneTimePasswords.stepOf(SECRET, code, Instant.ofEpochSecond(seconds)))
                .hasValue(seconds / 30);
    }

    @Test
    void aDeviceMayBeOneStepEarlyOrLate() {
        var now = Instant.ofEpochSecond(1_234_567_890);
        long step = 1_234_567_890 / 30;

        for (long drift = -1; drift <= 1; drift++) {
            assertThat(OneTimePasswords.stepOf(SECRET, OneTimePasswords.code(SECRET, step + drift), now))
                    .hasValue(step + drift);
        }
        assertThat(OneTimePasswords.stepOf(SECRET, OneTimePasswords.code(SECRET, step - 2), now))
                .isEmpty();
        assertThat(OneTimePasswords.stepOf(SECRET, OneTimePasswords.code(SECRET, step + 2), now))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5924", "005925", "0059240", "\u0660\u0660\u0665\u0669\u0662\u0664", "\0"})
    void otherTextsAreNoCodes(String text) {
        assertThat(OneTimePasswords.stepOf(SECRET, text, Instant.ofEpochSecond(1_234_567_890)))
                .isEmpty();
    }
}
