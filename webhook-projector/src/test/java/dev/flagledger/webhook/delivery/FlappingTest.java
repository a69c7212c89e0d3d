package dev.flagledger.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TurnedClock;
import dev.flagledger.webhook.delivery.lane.Ask;
import dev.flagledger.webhook.delivery.lane.LeasedLane;
import dev.flagledger.webhook.sending.Outcome.Answered;
import dev.flagledger.webhook.sending.Outcome.Unreached;
import dev.flagledger.webhook.testing.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A receiver that acknowledges one message, and fails again. */
class FlappingTest {

    private static final Optional<Duration> LATER = Optional.of(Duration.ofHours(5));

    private final TurnedClock clock = new TurnedClock();
    private final Rig node = Rig.on(Settings.with(), clock);

    @AfterEach
    void close() throws IOException {
        node.close();
    }

    @Test
    void theEndsOfPausesUseUpNoAttempts() {
        node.endpoint(41, "http://one.test/");
        for (int feature = 1; feature <= 6; feature++) {
            node.enqueue(41, feature, feature);
        }
        lease().forEach(lane -> node.attempts.record(lane, new Unreached("gone"), LATER));
        assertThat(attempts()).containsOnly(1);

        for (int cycle = 1; cycle <= 12; cycle++) {
            node.enqueue(41, 7, 6 + cycle);
            clock.turn(Duration.ofMinutes(1));
            acknowledgeAProbe();
            assertThat(node.rows("select from webhook.webhook_circuit")).isEmpty();
            var due = lease();
            assertThat(due).hasSize(6);
            due.forEach(lane -> node.attempts.record(lane, new Unreached("gone"), LATER));
        }

        assertThat(attempts()).containsOnly(1);
    }

    /** Of the feature that is always new: what waits for its schedule is not probed before what is due. */
    private void acknowledgeAProbe() {
        var probe = lease().getFirst();
        assertThat(probe.lane().key().number()).isEqualTo(7);
        node.attempts.record(probe, new Answered(200), Optional.empty());
    }

    private List<LeasedLane> lease() {
        return node.lanes.lease(new Ask(32, 8, Map.of(), Duration.ofSeconds(60)));
    }

    private List<@Nullable Integer> attempts() {
        return node.jdbc
                .sql("select attempts from webhook.webhook_lane")
                .query(Integer.class)
                .list();
    }
}
