package dev.flagledger.ledger.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(5));

    @Test
    void thePauseDoublesUpToTheMaximum() {
        assertThat(Stream.generate(backoff::failed).limit(5).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 5L, 5L);
    }

    @Test
    void aSuccessStartsOver() {
        backoff.failed();
        backoff.failed();
        backoff.succeeded();

        assertThat(backoff.failed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void manyFailuresDoNotOverflow() {
        Stream.generate(backoff::failed)
                .limit(1_000)
                .forEach(pause -> assertThat(pause).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5)));
    }
}
