package dev.flagledger.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.webhook.delivery.lane.Ask;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeldLanesTest {

    private static final Duration LEASE = Duration.ofSeconds(60);

    private final HeldLanes held = new HeldLanes(3, 2);

    @Test
    void whatIsHeldIsNotAskedForAgain() throws InterruptedException {
        held.take(41);
        held.take(41);
        held.take(42);
        assertThat(held.ask(LEASE)).isEqualTo(new Ask(0, 2, Map.of(41, 2, 42, 1), LEASE));

        held.release(41);
        held.release(42);
        assertThat(held.ask(LEASE)).isEqualTo(new Ask(2, 2, Map.of(41, 1), LEASE));
    }

    @Test
    void theEndIsAwaited() throws InterruptedException {
        held.take(41);
        assertThat(held.awaitNone(Duration.ZERO)).isFalse();

        held.release(41);
        assertThat(held.awaitNone(Duration.ZERO)).isTrue();
        assertThat(held.ask(LEASE).most()).isEqualTo(3);
    }
}
