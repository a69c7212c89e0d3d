package dev.flagledger.command.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.contract.error.Throttled;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MinuteLimitTest {

    private final AtomicLong clock = new AtomicLong();

    @Test
    void soManyAreAdmittedWithinAMinute() {
        var limit = new MinuteLimit(2, clock::get);

        limit.admit("ana");
        pass(20);
        limit.admit("ana");
        assertRefused(limit, "ana", 40);
        pass(39);
        assertRefused(limit, "ana", 1);
        pass(1);
        limit.admit("ana");
        assertRefused(limit, "ana", 20);
    }

    @Test
    void everybodyHasALimitOfTheirOwn() {
        var limit = new MinuteLimit(1, clock::get);
        limit.admit("ana");

        assertRefused(limit, "ana", 60);
        assertThatCode(() -> limit.admit("bo")).doesNotThrowAnyException();
    }

    @Test
    void refusedAttemptsDoNotCount() {
        var limit = new MinuteLimit(1, clock::get);
        limit.admit("ana");
        for (int second = 59; second > 0; second--) {
            pass(1);
            assertRefused(limit, "ana", second);
        }

        pass(1);
        assertThatCode(() -> limit.admit("ana")).doesNotThrowAnyException();
    }

    @Test
    void zeroIsNoLimit() {
        var limit = new MinuteLimit(0, clock::get);

        assertThatCode(() -> {
                    for (int attempt = 0; attempt < 100; attempt++) {
                        limit.admit("ana");
                    }
                })
                .doesNotThrowAnyException();
    }

    private void pass(int seconds) {
        clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private static void assertRefused(MinuteLimit limit, String key, long seconds) {
        assertThatThrownBy(() -> limit.admit(key))
                .isInstanceOfSatisfying(
                        Throttled.class,
                        refused -> assertThat(refused.seconds()).isEqualTo(seconds));
    }
}
