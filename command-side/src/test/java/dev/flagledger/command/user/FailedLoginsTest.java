package dev.flagledger.command.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailedLoginsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final FailedLogins failures = new FailedLogins(nanos::get);

    @Test
    void theEleventhAttemptAfterTenFailuresIsRefusedInWhateverCase() {
        assertThat(IntStream.range(0, 10)).allMatch(_ -> failures.begin("ana@example.test"));

        assertThat(failures.begin("Ana@Example.TEST")).isFalse();
        assertThat(failures.begin("bo@example.test")).isTrue();
    }

    @Test
    void attemptsThatSucceedAreNotCounted() {
        for (int attempt = 0; attempt < 30; attempt++) {
            assertThat(failures.begin("ana@example.test")).isTrue();
            failures.succeeded("ana@example.test");
        }
    }

    @Test
    void whatFailedBeforeASuccessStillCounts() {
        IntStream.range(0, 9).forEach(_ -> failures.begin("ana@example.test"));
        failures.begin("ana@example.test");
        failures.succeeded("ana@example.test");

        assertThat(failures.begin("ana@example.test")).isTrue();
        assertThat(failures.begin("ana@example.test")).isFalse();
    }

    @Test
    void anAttemptWhileLockedBeginsTheQuarterOfAnHourAnew() {
        IntStream.range(0, 11).forEach(_ -> failures.begin("ana@example.test"));

        pass(Duration.ofMinutes(14));
        assertThat(failures.begin("ana@example.test")).isFalse();
        pass(Duration.ofMinutes(14));
        assertThat(failures.begin("ana@example.test")).isFalse();
        pass(Duration.ofMinutes(16));
        assertThat(failures.begin("ana@example.test")).isTrue();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
