package dev.flagledger.ledger.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.flagledger.ledger.load.LowPriorityThreads;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A circuit breaker in front of the connection pool. While the database is unreachable, requests for connections fail at once, and
 * a thread in the background retries. Without it, every request would wait for the timeout of the pool.
 *
 * <p>The pool's timeout is a fraction of the total wait: only at its end is it known whether the database is unreachable, which
 * should be known soon, or all connections are in use, which is worth a longer wait.
 */
final class BreakingDataSource extends DelegatingDataSource {

    private static final Logger LOG = LoggerFactory.getLogger(BreakingDataSource.class);
    private static final int WAITS = 5;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final String CONNECTION_FAILED = "08001";

    private final HikariDataSource pool;
    private final HikariDataSource low;
    private volatile boolean away;

    BreakingDataSource(HikariDataSource pool) {
        this(pool, pool);
    }

    /** @param low provides the connections of {@link LowPriorityThreads} */
    BreakingDataSource(HikariDataSource pool, HikariDataSource low) {
        super(pool);
        this.pool = pool;
        this.low = low;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var asked = LowPriorityThreads.isCurrent() ? low : pool;
        @Nullable Throwable earlier = null;
        for (int wait = 1; ; wait++) {
            if (away) {
                throw refusal();
            }
            try {
                return asked.getConnection();
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
        return new SQLTransientConnectionException("The database is unreachable", CONNECTION_FAILED);
    }

    /** Whether the database is known to be unreachable. */
    boolean isAway() {
        return away;
    }

    /**
     * Whether a failure means that the database is unreachable. It does if the pool has no connections; otherwise only if the pool
     * has failed to reach the server again since the last wait. The pool keeps its last failure until it opens a connection, so an
     * old one means nothing; and connections that are lent out and idle count as live although their server is gone.
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
            LOG.warn(
                    "The database is unreachable; requests that need it fail until it is back: {}",
                    reason.getMessage());
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
                // Still unreachable, or closed meanwhile.
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
