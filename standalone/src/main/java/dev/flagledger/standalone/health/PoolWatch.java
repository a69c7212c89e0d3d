package dev.flagledger.standalone.health;

import com.zaxxer.hikari.HikariDataSource;
import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.ledger.background.LoopLifecycle;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Monitors whether the connection pool provides connections. If it has provided none for a minute although the database
 * accepts new ones, the process has lost its connections and has to be restarted. While the database is unavailable,
 * the pool does not count as exhausted.
 */
@Component
class PoolWatch implements LoopLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PoolWatch.class);
    private static final Duration THRESHOLD = Duration.ofMinutes(1);
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(5);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(1);
    private static final String TIMEOUT_SECONDS = "2";

    private final DataSource database;
    private final Clock clock;
    private final BackgroundLoop loop = new BackgroundLoop("pool-watch", this::check).pausingAtMost(CHECK_INTERVAL);
    private @Nullable Instant exhaustedSince;
    private volatile boolean exhausted;

    PoolWatch(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether the node has lost its connections, as of the last check. */
    boolean isExhausted() {
        return exhausted;
    }

    /** Requests a connection as requests do; returns the delay until the next check. */
    Duration check() {
        var now = clock.instant();
        if (poolProvidesConnection() || !databaseAcceptsConnection()) {
            exhaustedSince = null;
            exhausted = false;
            return CHECK_INTERVAL;
        }
        var since = Objects.requireNonNullElse(exhaustedSince, now);
        exhaustedSince = since;
        var lost = Duration.between(since, clock.instant()).compareTo(THRESHOLD) >= 0;
        if (lost && !exhausted) {
            LOG.error(
                    "No connection has been free since {} although the database accepts new ones: restart the node",
                    since);
        }
        exhausted = lost;
        return CHECK_INTERVAL;
    }

    private boolean poolProvidesConnection() {
        try (var _ = database.getConnection()) {
            return true;
        } catch (SQLException _) {
            return false;
        }
    }

    private boolean databaseAcceptsConnection() {
        try {
            var pool = database.unwrap(HikariDataSource.class);
            var login = new Properties();
            login.putAll(pool.getDataSourceProperties());
            login.put("connectTimeout", TIMEOUT_SECONDS);
            login.put("socketTimeout", TIMEOUT_SECONDS);
            if (pool.getUsername() != null) {
                login.put("user", pool.getUsername());
            }
            if (pool.getPassword() != null) {
                login.put("password", pool.getPassword());
            }
            try (var _ = DriverManager.getConnection(pool.getJdbcUrl(), login)) {
                return true;
            }
        } catch (SQLException _) {
            return false;
        }
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    @Override
    public Duration stopTimeout() {
        return STOP_TIMEOUT;
    }
}
