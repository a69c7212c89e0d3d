package dev.flagledger.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final Duration CAP = Duration.ofHours(6);
    private static final Duration GIVE_UP = Duration.ofDays(3);

    @Test
    void eachDelayIsWithinAFifthOfTheDoubledOneAndNeverAboveTheCap() {
        var schedule = schedule(new Random(7));
        var cap = (double) CAP.toMillis();
        IntStream.range(0, 10_000).forEach(i -> {
            var attempt = 1 + i % 40;
            var ideal = Math.min(2_000 * Math.pow(2, attempt - 1), cap);

            var wait = (double)
                    schedule.waitAfter(attempt, Duration.ZERO).orElseThrow().toMillis();

            assertThat(wait).isBetween(Math.floor(ideal * 0.8), Math.min(ideal * 1.2, cap));
        });
    }

    @Test
    void delaysGrowUntilTheCapDespiteTheJitter() {
        var schedule = schedule(new Random(11));
        for (int run = 0; run < 1_000; run++) {
            var before = Duration.ZERO;
            for (int attempt = 1; attempt <= 13; attempt++) {
                var wait = schedule.waitAfter(attempt, Duration.ZERO).orElseThrow();
                assertThat(wait).isGreaterThan(before);
                before = wait;
            }
        }
    }

    @Test
    void deliveriesThatFailTogetherAreRetriedAtDifferentTimes() {
        var schedule = schedule(new Random(13));
        var waits = new HashSet<Duration>();
        for (int i = 0; i < 100; i++) {
            waits.add(schedule.waitAfter(8, Duration.ZERO).orElseThrow());
        }
        assertThat(waits).hasSizeGreaterThan(90);
    }

    @Test
    void aDeliveryIsGivenUpBeforeItWouldBeTooOld() {
        var schedule = schedule(() -> Long.MAX_VALUE / 2);

        assertThat(schedule.waitAfter(30, GIVE_UP.minus(CAP))).isPresent();
        assertThat(schedule.waitAfter(30, GIVE_UP.minus(CAP).plusSeconds(3600 * 2)))
                .isEmpty();
        assertThat(schedule.waitAfter(1, GIVE_UP)).isEmpty();
    }

    @Test
    void thereAreAFewDozenAttemptsInThreeDays() {
        var schedule = schedule(new Random(17));
        var age = Duration.ZERO;
        int attempts = 1;
        for (var wait = schedule.waitAfter(1, age); wait.isPresent(); wait = schedule.waitAfter(attempts, age)) {
            age = age.plus(wait.get());
            attempts++;
        }
        assertThat(attempts).isBetween(20, 35);
        assertThat(age).isBetween(Duration.ofHours(65), GIVE_UP);
    }

    private static RetrySchedule schedule(RandomGenerator random) {
        return new RetrySchedule(Duration.ofSeconds(2), CAP, GIVE_UP, random);
    }
}
