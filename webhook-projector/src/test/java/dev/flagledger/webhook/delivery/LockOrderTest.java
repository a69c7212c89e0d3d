package dev.flagledger.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import dev.flagledger.testing.TurnedClock;
import dev.flagledger.webhook.delivery.lane.Ask;
import dev.flagledger.webhook.delivery.lane.LeasedLane;
import dev.flagledger.webhook.sending.Outcome.Unreached;
import dev.flagledger.webhook.testing.Settings;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The projection locks circuits, and then lanes. */
class LockOrderTest {

    private final TurnedClock clock = new TurnedClock();
    private final Rig node = Rig.on(Settings.with(), clock);

    @BeforeEach
    void addAPausedWebhook() {
        node.endpoint(41, "http://one.test/");
        node.enqueue(41, 1);
        node.jdbc
                .sql("insert into webhook.webhook_circuit values (41, 5, timestamptz 'epoch', timestamptz 'epoch')")
                .update();
    }

    @AfterEach
    void close() throws IOException {
        node.close();
    }

    @Test
    void theRecorderDoesNotLockLanesBeforeCircuits() throws SQLException {
        var leased = lease().getFirst();
        try (var projection = node.database.getConnection()) {
            lockTheCircuit(projection);
            var recorded = CompletableFuture.runAsync(
                    () -> node.attempts.record(leased, new Unreached("gone"), Optional.of(Duration.ZERO)));
            await().until(() -> heldUp() == 1);

            assertThatCode(() ->
                            projection.createStatement().execute("select from webhook.webhook_lane for update nowait"))
                    .doesNotThrowAnyException();
            projection.commit();
            recorded.join();
        }
    }

    @Test
    void aLeaseWaitsForNobody() throws SQLException {
        try (var projection = node.database.getConnection()) {
            lockTheCircuit(projection);
            assertThat(CompletableFuture.supplyAsync(this::lease))
                    .succeedsWithin(Duration.ofSeconds(20))
                    .isEqualTo(List.of());
            projection.commit();
        }
        assertThat(lease()).hasSize(1);
    }

    private static void lockTheCircuit(Connection projection) throws SQLException {
        projection.setAutoCommit(false);
        projection.createStatement().execute("select from webhook.webhook_circuit for update");
    }

    private List<LeasedLane> lease() {
        return node.lanes.lease(new Ask(32, 8, Map.of(), Duration.ofSeconds(60)));
    }

    private long heldUp() {
        return node.jdbc
                .sql("select count(*) from pg_stat_activity "
                        + "where wait_event_type = 'Lock' and datname = current_database()")
                .query(Long.class)
                .single();
    }
}
