package dev.flagledger.contract.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OncePerMinuteTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final OncePerMinute lines = new OncePerMinute(nanos::get);

    @Test
    void itIsDueAtOnceAndThenOnceAMinute() {
        assertThat(lines.isDue()).isTrue();
        assertThat(lines.isDue()).isFalse();

        nanos.addAndGet(Duration.ofSeconds(60).toNanos() - 1);
        assertThat(lines.isDue()).isFalse();
        nanos.addAndGet(1);
        assertThat(lines.isDue()).isTrue();
        assertThat(lines.isDue()).isFalse();
    }
}
