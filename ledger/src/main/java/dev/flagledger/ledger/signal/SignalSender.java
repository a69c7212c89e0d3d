package dev.flagledger.ledger.signal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/** Tells other processes that there is news, once for all that came up meanwhile. */
final class SignalSender {

    /** Between words. */
    static final String SEPARATOR = " ";

    /** PostgreSQL takes 8,000 bytes. */
    private static final int MAX_LENGTH = 7_000;

    private final String statement;
    private final String self;
    private final Queue<String> words = new ConcurrentLinkedQueue<>();
    private final Semaphore raised = new Semaphore(0);

    /** {@code self} is the first word that it says, by which this process knows its own. */
    SignalSender(String channel, String self) {
        this.statement = "select set_config('synchronous_commit', 'off', true), pg_notify('" + channel + "', ?)";
        this.self = self;
    }

    void raise() {
        raised.release();
    }

    void raise(String word) {
        words.add(word);
        raised.release();
    }

    /** Sends what is raised until it is interrupted. */
    void send(Connection connection) throws SQLException, InterruptedException {
        try (var notification = connection.prepareStatement(statement)) {
            while (!Thread.currentThread().isInterrupted()) {
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
}
