package dev.flagledger.ledger.signal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/** Sends signals to other processes, combined into as few notifications as possible. */
final class SignalSender {

    /** Separates messages. */
    static final String SEPARATOR = " ";

    /** The minimum time between notifications: each is a transaction, and wakes every process. */
    private static final Duration INTERVAL = Duration.ofMillis(5);

    /** PostgreSQL accepts 8,000 bytes. */
    private static final int MAX_LENGTH = 7_000;

    private final String statement;
    private final String self;
    private final Queue<String> messages = new ConcurrentLinkedQueue<>();
    private final Semaphore raised = new Semaphore(0);

    /** {@code self} starts each notification, so that a process can ignore its own. */
    SignalSender(String channel, String self) {
        this.statement = "select set_config('synchronous_commit', 'off', true), pg_notify('" + channel + "', ?)";
        this.self = self;
    }

    void raise() {
        raised.release();
    }

    void raise(String message) {
        messages.add(message);
        raised.release();
    }

    /** Sends signals until interrupted. */
    void send(Connection connection) throws SQLException, InterruptedException {
        try (var notification = connection.prepareStatement(statement)) {
            while (!Thread.currentThread().isInterrupted()) {
                raised.acquire();
                raised.drainPermits();
                var batch = nextMessages();
                try {
                    notification.setString(1, self + SEPARATOR + String.join(SEPARATOR, batch));
                    notification.execute();
                } catch (SQLException e) {
                    messages.addAll(batch);
                    raised.release();
                    throw e;
                }
                Thread.sleep(INTERVAL);
            }
        }
    }

    /** As many messages as fit into one notification; raises again for the others. */
    private List<String> nextMessages() {
        var next = new ArrayList<String>();
        int length = 0;
        while (!messages.isEmpty() && length < MAX_LENGTH) {
            var message = messages.remove();
            length += message.length() + SEPARATOR.length();
            next.add(message);
        }
        if (!messages.isEmpty()) {
            raised.release();
        }
        return next;
    }
}
