package dev.flagledger.command.user.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.contract.error.Throttled;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private static final String HERE = "203.0.113.9";

    private final AtomicLong nanos = new AtomicLong();
    private final LoginThrottle throttle = new LoginThrottle(3, nanos::get);

    @Test
    void whoTriesTooOftenIsToldWhenTheFirstOfTheirLoginsIsAMinuteOld() {
        throttle.admit(HERE);
        pass(Duration.ofSeconds(20));
        throttle.admit(HERE);
        throttle.admit(HERE);

        assertThat(refusedFor(HERE)).isEqualTo(40);
        pass(Duration.ofSeconds(39));
        assertThat(refusedFor(HERE)).isEqualTo(1);
        pass(Duration.ofSeconds(1));
        throttle.admit(HERE);
        assertThat(refusedFor(HERE)).isEqualTo(20);
    }

    @Test
    void eachAddressCountsForItself() {
        exhaust(HERE);

        throttle.admit("203.0.113.10");
    }

    @Test
    void aNetworkOfTheNewerKindIsOneAddress() {
        exhaust("2001:db8:1:2::3");

        assertThat(refusedFor("2001:db8:1:2:ffff::4")).isEqualTo(60);
        throttle.admit("2001:db8:1:3::3");
    }

    @Test
    void anAddressWithinOneOfTheNewerKindIsTheSameAddress() {
        exhaust("::ffff:203.0.113.9");

        assertThat(refusedFor(HERE)).isEqualTo(60);
        throttle.admit("::ffff:203.0.113.10");
    }

    @Test
    void whatIsNoAddressIsCountedAsItStands() {
        exhaust("unknown");

        assertThat(refusedFor("unknown")).isEqualTo(60);
        throttle.admit(null);
    }

    @Test
    void zeroIsNoLimit() {
        var open = new LoginThrottle(0, nanos::get);

        for (int login = 0; login < 100; login++) {
            open.admit(HERE);
        }
    }

    private void exhaust(String address) {
        for (int login = 0; login < 3; login++) {
            throttle.admit(address);
        }
    }

    private long refusedFor(String address) {
        var seconds = new AtomicLong();
        assertThatThrownBy(() -> throttle.admit(address))
                .isInstanceOfSatisfying(Throttled.class, refused -> seconds.set(refused.seconds()));
        return seconds.get();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
