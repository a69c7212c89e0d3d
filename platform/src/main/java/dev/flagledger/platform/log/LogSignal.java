package dev.flagledger.platform.log;

import dev.flagledger.platform.StartOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Wakes the readers of other processes when this one has appended, and this one's when another has. Notifications are
 * sent after the commit, many appends in one, so that appenders never wait for them; should one get lost, readers poll.
 */
final class LogSignal implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LogSignal.class);
    private static final String CHANNEL = "flagledger_log";
    private static final int LISTEN_MILLIS = 1_000;

    private final DataSource database;
    private final Runnable wake;
    private final Semaphore appended = new Semaphore(0);
    private volatile boolean running;
    private Thread notifier = Thread.ofVirtual().unstarted(() -> {});
    private Thread listener = Thread.ofVirtual().unstarted(() -> {});

    LogSignal(DataSource database, Runnable wake) {
        this.database = database;
        this.wake = wake;
    }

    /** Something was appended and committed here. Returns at once. */
    void appended() {
        appended.release();
    }

    @Override
    public void start() {
        running = true;
        notifier = Thread.ofPlatform().name("log-notifier").daemon().start(() -> connected(this::notifyOthers));
        listener = Thread.ofPlatform().name("log-listener").daemon().start(() -> connected(this::listen));
    }

    @Override
    public void stop() {
        running = false;
        notifier.interrupt();
        listener.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return StartOrder.READING;
    }

    private void notifyOthers(Connection connection) throws SQLException, InterruptedException {
        try (var notification = connection.prepareStatement("select pg_notify('" + CHANNEL + "', '')")) {
            while (running) {
                appended.acquire();
                appended.drainPermits();
                notification.execute();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var listen = connection.createStatement()) {
            listen.execute("listen " + CHANNEL);
            var notifications = connection.unwrap(PGConnection.class);
            while (running) {
                var received = notifications.getNotifications(LISTEN_MILLIS);
                if (received != null && received.length > 0) {
                    wake.run();
                }
            }
            // The connection goes on to other work, for which it must not gather notifications.
            listen.execute("unlisten " + CHANNEL);
        }
    }

    private void connected(Work work) {
        while (running) {
            try (var connection = database.getConnection()) {
                work(work, connection);
            } catch (InterruptedException e) {
                return;
            } catch (SQLException e) {
                pauseAfter(e);
            }
        }
    }

    private static void work(Work work, Connection connection) throws SQLException, InterruptedException {
        try {
            work.with(connection);
        } catch (SQLException e) {
            // The failure went past the pool, which would lend the broken connection to others.
            connection.abort(Runnable::run);
            throw e;
        }
    }

    private void pauseAfter(SQLException e) {
        if (running) {
            LOG.warn("Lost the signal between processes, readers poll meanwhile: {}", e.getMessage());
            try {
                Thread.sleep(LISTEN_MILLIS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private interface Work {
        void with(Connection connection) throws SQLException, InterruptedException;
    }
}
