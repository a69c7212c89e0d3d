package dev.flagledger.webhook.delivery;

import dev.flagledger.platform.StartOrder;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Wakes the deliverers of all nodes when something was queued on one of them: by PostgreSQL's NOTIFY. It is sent by a thread of
 * its own after the commit, because a transaction that notifies commits under a lock of the whole server; any number of commits
 * in between share one. Listening keeps one connection of the pool for as long as this runs.
 */
@Component
final class DeliveryChannel implements SmartLifecycle {

    private static final Duration ROUND = Duration.ofMillis(250);

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final DeliverySignal local;
    private final DeliverySignal unannounced = new DeliverySignal();

    private volatile boolean running;
    private List<Loop> loops = List.of();

    DeliveryChannel(DataSource dataSource, DeliverySignal local) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.local = local;
    }

    /** Wakes this node now and the others soon. Call it when the queued rows can be seen: after the commit. */
    void announce() {
        local.raise();
        unannounced.raise();
    }

    private void notifyOthers() throws InterruptedException {
        if (unannounced.await(ROUND)) {
            jdbc.sql("notify flagledger_deliveries").update();
        }
    }

    private void listen() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("listen flagledger_deliveries");
            // What was announced before this connection listened.
            local.raise();
            while (running) {
                if (connection.unwrap(PGConnection.class).getNotifications((int) ROUND.toMillis()).length > 0) {
                    local.raise();
                }
            }
            statement.execute("unlisten flagledger_deliveries");
        }
    }

    @Override
    public void start() {
        running = true;
        loops = List.of(Loop.start("webhook-notify", this::notifyOthers), Loop.start("webhook-listen", this::listen));
    }

    @Override
    public void stop() {
        running = false;
        loops.forEach(Loop::end);
        loops.forEach(loop -> loop.join(ROUND.multipliedBy(2)));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return StartOrder.DELIVERING;
    }
}
