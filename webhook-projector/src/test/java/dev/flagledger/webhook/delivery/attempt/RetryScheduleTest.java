package dev.flagledger.webhook.delivery.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.webhook.sending.Outcome;
import dev.flagledger.webhook.sending.Outcome.Answered;
import dev.flagledger.webhook.sending.Outcome.Unreached;
import dev.flagledger.webhook.testing.Settings;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

    private static final Outcome FAILED = new Answered(500);

    private final List<Duration> delays = Settings.with().retryDelays();
    private final RetrySchedule schedule = new RetrySchedule(delays, new Random(7));

    @Test
    void eachDelayIsTheScheduledOneAndUpToATenthMore() {
        for (int run = 0; run < 1_000; run++) {
            for (int attempt = 1; attempt <= delays.size(); attempt++) {
                var scheduled = delays.get(attempt - 1);

                assertThat(schedule.waitAfter(attempt, FAILED).orElseThrow())
                        .isBetween(scheduled, scheduled.plus(scheduled.dividedBy(10)));
            }
        }
    }

    @Test
    void theLastAttemptIsAfterMoreThanThreeDays() {
        var age = Duration.ZERO;
        int attempts = 1;
        for (var wait = schedule.waitAfter(1, FAILED); wait.isPresent(); wait = schedule.waitAfter(attempts, FAILED)) {
            age = age.plus(wait.get());
            attempts++;
        }

        assertThat(attempts).isEqualTo(10);
        assertThat(age).isBetween(Duration.ofHours(75), Duration.ofHours(84));
    }

    @Test
    void deliveriesThatFailTogetherAreRetriedAtDifferentTimes() {
        var waits = new HashSet<Duration>();
        for (int delivery = 0; delivery < 100; delivery++) {
            waits.add(schedule.waitAfter(8, new Unreached("refused")).orElseThrow());
        }

        assertThat(waits).hasSizeGreaterThan(90);
    }

    @ParameterizedTest
    @CsvSource({"PT0.5S, PT5S, PT5.5S", "PT1M, PT1M, PT1M", "P1D, P1D, P1D"})
    void aReceiverCanPostponeTheNextAttempt(Duration asked, Duration least, Duration most) {
        assertThat(schedule.waitAfter(1, new Answered(429, asked)).orElseThrow())
                .isBetween(least, most);
    }

    @Test
    void aReceiverCannotBringTheNextAttemptForward() {
        int last = delays.size();
        var scheduled = delays.getLast();

        for (var asked : List.of(Duration.ZERO, scheduled, Duration.ofDays(1))) {
            assertThat(schedule.waitAfter(last, new Answered(503, asked)).orElseThrow())
                    .isBetween(scheduled, scheduled.plus(scheduled.dividedBy(10)));
        }
    }

    @Test
    void aReceiverThatIsGoneGetsNoFurtherAttempt() {
        assertThat(schedule.waitAfter(1, new Answered(410))).isEmpty();
    }
}
