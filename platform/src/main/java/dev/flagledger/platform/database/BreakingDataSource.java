package dev.flagledger.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A circuit breaker before the pool. Once the pool has failed to open a connection, whoever asks for one is refused at once,
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
        for (int wait = 1; ; wait++) {
            if (away) {
                throw new SQLTransientConnectionException("The database is away", CONNECTION_FAILED);
            }
            try {
                return pool.getConnection();
            } catch (SQLTransientConnectionException e) {
                var reason = e.getCause();
                if (reason != null) {
                    leave(reason);
                    throw e;
                }
                if (wait == WAITS) {
                    throw e;
                }
            }
        }
    }

    /** The pool says why it failed to open a connection to one of those who waited for it only. */
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
