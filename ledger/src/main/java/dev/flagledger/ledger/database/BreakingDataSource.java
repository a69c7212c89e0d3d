package dev.flagledger.ledger.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A circuit breaker before the pool. Once the database cannot be reached, whoever asks for a connection is refused at once,
 * until a thread that keeps trying has got one. Without it, everybody would wait for as long as the pool lets them.
 *
 * <p>The pool's own patience is a part of ours: it says only at the end of it whether the database is away, which is to be
 * known soon, or others have all connections, which is worth a wait.
 */
final class BreakingDataSource extends DelegatingDataSource {

    private static final Logger LOG = LoggerFactory.getLogger(BreakingDataSource.class);
    private static final int WAITS = 5;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final String CONNECTION_FAILED = "08001";

    private final HikariDataSource pool;
    private volatile boolean away;

    BreakingDataSource(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        @Nullable Throwable earlier = null;
        for (int wait = 1; ; wait++) {
            if (away) {
                throw refusal();
            }
            try {
                return pool.getConnection();
            } catch (SQLTransientConnectionException e) {
                var reason = e.getCause();
                if (reason != null && isAway(reason, earlier)) {
                    leave(reason);
                    throw e;
                }
                if (wait == WAITS) {
                    throw new SQLTransientConnectionException(
                            "All connections are in use", DatabaseTrouble.TOO_MANY_CONNECTIONS, e);
                }
                earlier = reason;
            }
        }
    }

    static SQLException refusal() {
        return new SQLTransientConnectionException("The database is away", CONNECTION_FAILED);
    }

    /** Whether the database could not be reached when somebody last asked for a connection. */
    boolean isAway() {
        return away;
    }

    /**
     * The pool keeps the reason why it last failed to open a connection until it opens one, so an old reason says nothing while
     * it has connections, and one that the server gave, such as that it takes no more, says that it is there. It is away for
     * certain if the pool has none; and if it failed to reach the server anew since the last wait, since connections that are
     * lent out and rest count as live although their server is gone.
     */
    private boolean isAway(Throwable reason, @Nullable Throwable earlier) {
        if (pool.getHikariPoolMXBean().getTotalConnections() == 0) {
            return true;
        }
        return earlier != null && earlier != reason && isUnreachable(reason) && isUnreachable(earlier);
    }

    private static boolean isUnreachable(Throwable reason) {
        return reason instanceof SQLException e && DatabaseTrouble.isConnectionLost(e);
    }

    private synchronized void leave(Throwable reason) {
        if (!away) {
            away = true;
            LOG.warn("The database is away; what needs it is refused until it is back: {}", reason.getMessage());
            Thread.ofVirtual().name("database-return").start(this::awaitReturn);
        }
    }

    private void awaitReturn() {
        while (!pool.isClosed()) {
            try (var connection = pool.getConnection()) {
                if (connection.isValid(1)) {
                    away = false;
                    LOG.warn("The database is back");
                    return;
                }
            } catch (SQLException _) {
                // Still away, or closed meanwhile.
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
