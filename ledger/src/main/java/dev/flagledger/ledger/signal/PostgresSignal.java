package dev.flagledger.ledger.signal;

import dev.flagledger.ledger.background.BackgroundLoop;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;

/**
 * A signal between processes on {@code NOTIFY}. Notifications are sent by a separate thread, since a transaction that notifies holds
 * a lock of the whole server during its commit, and so must not wait for the disk; raises in between are combined. A signal may be
 * lost, so receivers must poll as well. Holds two connections of the pool while it runs.
 */
public final class PostgresSignal implements SmartLifecycle {

    private static final Duration MAX_PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_TIMEOUT = SignalListener.LISTEN.multipliedBy(2);

    private final int phase;
    private final SignalSender sender;
    private final SignalListener listener;
    private final BackgroundLoop sending;
    private final BackgroundLoop listening;

    /**
     * Creates a signal without messages, not started.
     *
     * @param channel the name of the channel: lower-case letters and underscores
     * @param phase the lifecycle phase, one of {@link dev.flagledger.ledger.StartOrder}
     * @param wake is called at each signal of another process; must neither block nor throw
     * @param lost is called when a connection is lost; must neither block nor throw
     */
    public PostgresSignal(String channel, int phase, DataSource database, Runnable wake, Runnable lost) {
        this(channel, phase, database, _ -> wake.run(), wake, lost);
    }

    /**
     * Creates a signal with messages, not started.
     *
     * @param receiver receives the messages of another process; must neither block nor throw
     * @param missed is called when messages may have been missed; must neither block nor throw
     */
    public PostgresSignal(
            String channel, int phase, DataSource database, Consumer<List<String>> receiver, Runnable missed) {
        this(channel, phase, database, receiver, missed, missed);
    }

    private PostgresSignal(
            String channel,
            int phase,
            DataSource database,
            Consumer<List<String>> receiver,
            Runnable missed,
            Runnable lost) {
        this.phase = phase;
        var self = UUID.randomUUID().toString();
        this.sender = new SignalSender(channel, self);
        this.listener = new SignalListener(channel, self, receiver, missed);
        var connection = new SignalConnection(database, lost);
        this.sending =
                new BackgroundLoop(channel + "-notifier", () -> connection.hold(sender::send)).pausingAtMost(MAX_PAUSE);
        this.listening =
                new BackgroundLoop(channel + "-listener", () -> connection.hold(this::listen)).pausingAtMost(MAX_PAUSE);
    }

    /** Signals the other processes soon, without blocking. To be called after the commit of what they are to see. */
    public void raise() {
        sender.raise();
    }

    /** Signals with a message, a word of letters and digits. */
    public void raise(String message) {
        sender.raise(message);
    }

    private void listen(Connection connection) throws SQLException {
        listener.listen(connection, listening::isEnding);
    }

    @Override
    public void start() {
        sending.start();
        listening.start();
    }

    @Override
    public void stop() {
        sending.end();
        listening.interrupt(STOP_TIMEOUT);
        sending.interrupt(STOP_TIMEOUT);
    }

    @Override
    public boolean isRunning() {
        return sending.isAlive() || listening.isAlive();
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
