package dev.flagledger.ledger.log.append;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Makes asynchronous commits durable in groups. A caller that needs durability has PostgreSQL flush its write-ahead log up to a
 * record that is added for the purpose, and so up to every earlier commit; all callers that were waiting when the flush began
 * share it.
 *
 * <p>PostgreSQL may crash and recover between a commit and the flush, and lose the commit. So all flushes use one connection,
 * which such a crash ends: a commit is durable if the flush used the connection that was open before the commit.
 */
public final class DurableCommits implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int VALID_SECONDS = 1;

    /** A connection that was idle for longer is validated before anything depends on it. */
    private static final long IDLE_NANOS = Duration.ofMillis(500).toNanos();

    private static final String FLUSH =
            "select set_config('synchronous_commit', 'on', true)," + " pg_logical_emit_message(true, 'flagledger', '')";

    private final DataSource database;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition flushed = lock.newCondition();
    private @Nullable Connection connection;
    private @Nullable Exception failure;
    private int sessions;
    private long lastUsed;
    private long tickets;
    private long durableTickets;
    private boolean flushing;

    public DurableCommits(DataSource database) {
        this.database = database;
    }

    /** Returns what makes the commits from now on durable; opens a connection if needed. */
    public Session session() {
        lock.lock();
        try {
            if (connection != null && System.nanoTime() - lastUsed > IDLE_NANOS && !connection.isValid(VALID_SECONDS)) {
                abandon();
            }
            if (connection == null) {
                connection = open();
                sessions++;
            }
            lastUsed = System.nanoTime();
            return new Session(sessions);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Cannot reach the database", e);
        } finally {
            lock.unlock();
        }
    }

    /** The lifetime of a connection. */
    public final class Session {

        private final int number;

        private Session(int number) {
            this.number = number;
        }

        /**
         * Waits until every commit that was made or seen since this object was obtained is durable. To be called outside of
         * transactions.
         *
         * @throws DataAccessResourceFailureException if that is unknown: the commits may be lost
         */
        public void awaitDurable() {
            lock.lock();
            try {
                long ticket = ++tickets;
                while (true) {
                    if (number != sessions || connection == null) {
                        throw new DataAccessResourceFailureException("Commits may be lost", failure);
                    }
                    if (durableTickets >= ticket) {
                        return;
                    }
                    if (flushing) {
                        flushed.awaitUninterruptibly();
                    } else {
                        flush(connection);
                    }
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** Releases the lock during the flush, and holds it before and afterwards. */
    private void flush(Connection session) {
        flushing = true;
        long served = tickets;
        lock.unlock();
        Exception failed = null;
        try (var statement = session.createStatement()) {
            statement.execute(FLUSH);
        } catch (SQLException | RuntimeException e) {
            failed = e;
        }
        lock.lock();
        flushing = false;
        if (failed == null) {
            durableTickets = served;
        } else {
            failure = failed;
            abandon();
        }
        flushed.signalAll();
    }

    private Connection open() throws SQLException {
        var fresh = database.getConnection();
        fresh.setNetworkTimeout(Runnable::run, (int) TIMEOUT.toMillis());
        return fresh;
    }

    private void abandon() {
        var lost = connection;
        connection = null;
        if (lost != null) {
            try {
                lost.abort(Runnable::run);
                lost.close();
            } catch (SQLException e) {
                failure = e;
            }
        }
    }

    /** Returns the connection to the pool; aborts it while a flush is using it. */
    @Override
    public void close() {
        lock.lock();
        try {
            var idle = flushing ? null : connection;
            if (idle == null) {
                abandon();
            } else {
                connection = null;
                idle.close();
            }
        } catch (SQLException e) {
            failure = e;
        } finally {
            lock.unlock();
        }
    }
}
