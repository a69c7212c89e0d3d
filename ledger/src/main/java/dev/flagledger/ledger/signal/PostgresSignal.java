package dev.flagledger.ledger.signal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Wakes those who wait in other processes when this one raises it, and those who wait here when another does. It is sent by
 * a thread of its own, since a transaction that notifies commits under a lock of the whole server, and so without a wait for the disk; any number of raises
 * in between are one. Should one get lost, those who wait poll. Keeps two connections of the pool for as long as it runs.
 */
public final class PostgresSignal implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresSignal.class);
    private static final int LISTEN_MILLIS = 250;
    private static final int PAUSE_MILLIS = 1_000;
    private static final String SEPARATOR = " ";

    /** PostgreSQL takes 8,000 bytes. */
    private static final int MAX_LENGTH = 7_000;

    private final String channel;
    private final int phase;
    private final DataSource database;
    private final Consumer<List<String>> heard;
    private final Runnable missed;
    private final Runnable lost;
    private final Queue<String> words = new ConcurrentLinkedQueue<>();
    private final Semaphore raised = new Semaphore(0);
    private volatile boolean running;
    private final String self = UUID.randomUUID().toString();
    private List<Thread> threads = List.of();

    /**
     * A signal that is not started yet.
     *
     * @param channel its name within the database: lower-case letters and underscores
     * @param phase when to start and stop, one of {@link dev.flagledger.ledger.StartOrder}
     * @param wake is run at each signal of another process; must neither block nor throw
     * @param lost is run when a connection is lost, and with it maybe the database; must neither block nor throw
     */
    public PostgresSignal(String channel, int phase, DataSource database, Runnable wake, Runnable lost) {
        this(channel, phase, database, _ -> wake.run(), wake, lost);
    }

    /**
     * The same for one that says something.
     *
     * @param heard is given what another process said; must neither block nor throw
     * @param missed is run when something may have been said that was not heard; the same
     */
    public PostgresSignal(
            String channel, int phase, DataSource database, Consumer<List<String>> heard, Runnable missed) {
        this(channel, phase, database, heard, missed, missed);
    }

    private PostgresSignal(
            String channel,
            int phase,
            DataSource database,
            Consumer<List<String>> heard,
            Runnable missed,
            Runnable lost) {
        this.channel = channel;
        this.phase = phase;
        this.database = database;
        this.heard = heard;
        this.missed = missed;
        this.lost = lost;
    }

    /** Tells the other processes soon, and returns at once. Call it when what they are to see is committed. */
    public void raise() {
        raised.release();
    }

    /** The same with a few letters or digits that tell what it is about. */
    public void raise(String word) {
        words.add(word);
        raised.release();
    }

    @Override
    public void start() {
        running = true;
        threads = List.of(
                Thread.ofPlatform().name(channel + "-notifier").daemon().start(() -> connected(this::notifyOthers)),
                Thread.ofPlatform().name(channel + "-listener").daemon().start(() -> connected(this::listen)));
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        try {
            for (var thread : threads) {
                thread.join(2 * LISTEN_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return phase;
    }

    private void notifyOthers(Connection connection) throws SQLException, InterruptedException {
        try (var notification = connection.prepareStatement(
                "select set_config('synchronous_commit', 'off', true), pg_notify('" + channel + "', ?)")) {
            while (running) {
                raised.acquire();
                raised.drainPermits();
                var said = nextWords();
                try {
                    notification.setString(1, self + SEPARATOR + String.join(SEPARATOR, said));
                    notification.execute();
                } catch (SQLException e) {
                    words.addAll(said);
                    raised.release();
                    throw e;
                }
            }
        }
    }

    /** As many as fit into one notification; for those that are left there is another. */
    private List<String> nextWords() {
        var next = new ArrayList<String>();
        int length = 0;
        while (!words.isEmpty() && length < MAX_LENGTH) {
            var word = words.remove();
            length += word.length() + SEPARATOR.length();
            next.add(word);
        }
        if (!words.isEmpty()) {
            raised.release();
        }
        return next;
    }

    private void listen(Connection connection) throws SQLException {
        try (var listen = connection.createStatement()) {
            listen.execute("listen " + channel);
            // For what was told before this connection listened.
            missed.run();
            var notifications = connection.unwrap(PGConnection.class);
            while (running) {
                var received = notifications.getNotifications(LISTEN_MILLIS);
                if (received != null) {
                    hear(received);
                }
            }
            // The connection goes on to other work, for which it must not gather notifications.
            listen.execute("unlisten " + channel);
        }
    }

    private void hear(PGNotification[] received) {
        var said = Stream.of(received)
                .map(signal -> signal.getParameter().split(SEPARATOR, 0))
                .filter(parts -> !self.equals(parts[0]))
                .toList();
        if (!said.isEmpty()) {
            heard.accept(
                    said.stream().flatMap(parts -> Stream.of(parts).skip(1)).toList());
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

    private void work(Work work, Connection connection) throws SQLException, InterruptedException {
        try {
            work.with(connection);
        } catch (SQLException e) {
            // The failure went past the pool, which would lend the broken connection to others.
            connection.abort(Runnable::run);
            lost.run();
            throw e;
        }
    }

    private void pauseAfter(SQLException e) {
        if (running) {
            LOG.warn("Lost the signal {}, those who wait for it poll meanwhile: {}", channel, e.getMessage());
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private interface Work {
        void with(Connection connection) throws SQLException, InterruptedException;
    }
}
