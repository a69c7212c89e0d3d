package dev.flagledger.command.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FailedLoginsTest {

    private static final String ANA = "ana@example.test";

    private final AtomicLong nanos = new AtomicLong();
    private final FailedLogins failures = new FailedLogins(nanos::get);

    @Test
    void afterTenFailuresTheRightPasswordIsRefusedTooInWhateverCaseTheAddressIs() {
        fail(10);

        assertThat(succeeds("Ana@Example.TEST")).isFalse();
        assertThat(succeeds("bo@example.test")).isTrue();
    }

    @Test
    void loginsThatSucceedAreNotCounted() {
        for (int login = 0; login < 30; login++) {
            assertThat(succeeds(ANA)).isTrue();
        }
    }

    @Test
    void whatFailedBeforeASuccessStillCounts() {
        fail(9);
        assertThat(succeeds(ANA)).isTrue();
        fail(1);

        assertThat(succeeds(ANA)).isFalse();
    }

    @Test
    void aLoginThatIsUnderWayCountsAsFailedUntilItIsKnown() {
        fail(9);

        var outer = failures.guard(ANA, () -> {
            assertThat(succeeds(ANA)).isFalse();
            return Optional.of("in");
        });

        assertThat(outer).contains("in");
        assertThat(succeeds(ANA)).isTrue();
    }

    @Test
    void whatCouldNotBeLookedAtDidNotFail() {
        for (int login = 0; login < 30; login++) {
            assertThatThrownBy(() -> failures.guard(ANA, () -> {
                        throw new IllegalStateException("the database is away");
                    }))
                    .hasMessage("the database is away");
        }

        assertThat(succeeds(ANA)).isTrue();
    }

    @Test
    void anAttemptWhileLockedBeginsTheQuarterOfAnHourAnew() {
        fail(10);

        pass(Duration.ofMinutes(14));
        assertThat(succeeds(ANA)).isFalse();
        pass(Duration.ofMinutes(14));
        assertThat(succeeds(ANA)).isFalse();
        pass(Duration.ofMinutes(16));
        assertThat(succeeds(ANA)).isTrue();
    }

    private void fail(int times) {
        for (int login = 0; login < times; login++) {
            assertThat(failures.guard(ANA, Optional::empty)).isEmpty();
        }
    }

    private boolean succeeds(String email) {
        return failures.guard(email, () -> Optional.of("in")).isPresent();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
