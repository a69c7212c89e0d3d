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
 * Makes commits durable, those together that meet. Events are appended by transactions that do not wait for the disk;
 * whoever must know that they will survive asks here. The first who asks has PostgreSQL write its log out, up to a record
 * that is added for it, and so also up to every commit before; all who asked before that write began are served by it.
 *
 * <p>PostgreSQL may crash and be back between a commit and the write, and the commit be gone. So all writes go over one
 * connection, which such a crash ends: a commit is durable if the write came over the connection that was open before it.
 */
public final class DurableCommits implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int VALID_SECONDS = 1;

    /** A connection may have been lost while nobody used it; that is found out before something depends on it. */
    private static final long IDLE_NANOS = Duration.ofMillis(500).toNanos();

    private static final String WRITE =
            "select set_config('synchronous_commit', 'on', true)," + " pg_logical_emit_message(true, 'flagledger', '')";

    private final DataSource database;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition written = lock.newCondition();
    private @Nullable Connection connection;
    private @Nullable Exception failure;
    private int opened;
    private long used;
    private long asked;
    private long durable;
    private boolean writing;

    public DurableCommits(DataSource database) {
        this.database = database;
    }

    /** Names the connection that must be the same when what is done from now on is to be durable. */
    public Session session() {
        lock.lock();
        try {
            if (connection != null && System.nanoTime() - used > IDLE_NANOS && !connection.isValid(VALID_SECONDS)) {
                abandon();
            }
            if (connection == null) {
                connection = open();
                opened++;
            }
            used = System.nanoTime();
            return new Session(opened);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Cannot reach the database", e);
        } finally {
            lock.unlock();
        }
    }

    /** The time from when it was asked for until the connection is lost. */
    public final class Session {

        private final int number;

        private Session(int number) {
            this.number = number;
        }

        /**
         * Returns when every commit that was seen since the session was asked for is durable. Outside of a transaction.
         *
         * @throws DataAccessResourceFailureException if that cannot be known: the commits may be lost
         */
        public void awaitDurable() {
            lock.lock();
            try {
                long ticket = ++asked;
                while (true) {
                    if (number != opened || connection == null) {
                        throw new DataAccessResourceFailureException("What was committed may be lost", failure);
                    }
                    if (durable >= ticket) {
                        return;
                    }
                    if (writing) {
                        written.awaitUninterruptibly();
                    } else {
                        writeOut(connection);
                    }
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** Holds the lock at the beginning and at the end, but not meanwhile. */
    private void writeOut(Connection over) {
        writing = true;
        long served = asked;
        lock.unlock();
        Exception failed = null;
        try (var statement = over.createStatement()) {
            statement.execute(WRITE);
        } catch (SQLException | RuntimeException e) {
            failed = e;
        }
        lock.lock();
        writing = false;
        if (failed == null) {
            durable = served;
        } else {
            failure = failed;
            abandon();
        }
        written.signalAll();
    }

    private Connection open() throws SQLException {
        var fresh = database.getConnection();
        fresh.setNetworkTimeout(Runnable::run, (int) PATIENCE.toMillis());
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

    /** Gives the connection back; one over which is being written is given up. */
    @Override
    public void close() {
        lock.lock();
        try {
            var idle = writing ? null : connection;
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
