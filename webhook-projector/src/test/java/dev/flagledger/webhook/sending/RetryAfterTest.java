package dev.flagledger.webhook.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2031-05-06T07:08:09Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            120                           | PT2M
            ' 7 '                         | PT7S
            86401                         | PT24H
            999999999999999999            | PT24H
            Fri, 9 May 2031 07:09:09 GMT  | PT24H
            Tue, 6 May 2031 07:09:09 GMT  | PT1M
            Tue, 06 May 2031 07:08:08 GMT | PT0S
            -5                            | PT0S
            1.5                           | PT0S
            99999999999999999999          | PT0S
            tomorrow                      | PT0S
            ''                            | PT0S
            """)
    void secondsAndDatesAreUnderstoodUpToADay(String header, Duration wait) {
        assertThat(RetryAfter.of(header, NOW)).isEqualTo(wait);
    }

    @Test
    void withoutTheHeaderThereIsNothingToWaitFor() {
        assertThat(RetryAfter.of(null, NOW)).isZero();
    }
}
