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
 * Wakes those who wait in other processes when this one raises it, and those who wait here when another does. It is sent by
 * a thread of its own, since a transaction that notifies commits under a lock of the whole server, and so without a wait for
 * the disk; any number of raises in between are one. Should one get lost, those who wait poll. Keeps two connections of the pool for as long as it runs.
 */
public final class PostgresSignal implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration FAREWELL = SignalListener.LISTEN.multipliedBy(2);

    private final int phase;
    private final SignalSender sender;
    private final SignalListener listener;
    private final BackgroundLoop sending;
    private final BackgroundLoop listening;

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
        this.phase = phase;
        var self = UUID.randomUUID().toString();
        this.sender = new SignalSender(channel, self);
        this.listener = new SignalListener(channel, self, heard, missed);
        var connection = new SignalConnection(database, lost);
        this.sending =
                new BackgroundLoop(channel + "-notifier", () -> connection.hold(sender::send)).pausingAtMost(PAUSE);
        this.listening =
                new BackgroundLoop(channel + "-listener", () -> connection.hold(this::listen)).pausingAtMost(PAUSE);
    }

    /** Tells the other processes soon, and returns at once. Call it when what they are to see is committed. */
    public void raise() {
        sender.raise();
    }

    /** The same with a few letters or digits that tell what it is about. */
    public void raise(String word) {
        sender.raise(word);
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
        listening.cutOff(FAREWELL);
        sending.cutOff(FAREWELL);
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
