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
 * Watches whether the pool still lends connections. When it has lent none for a minute although the database takes new ones,
 * they are lost to this process, and only a new process helps. A database that is away is not this node's failure.
 */
@Component
class PoolWatch implements LoopLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PoolWatch.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(1);
    private static final String SECONDS_TO_ANSWER = "2";

    private final DataSource database;
    private final Clock clock;
    private final BackgroundLoop loop = new BackgroundLoop("pool-watch", this::look).pausingAtMost(PAUSE);
    private @Nullable Instant usedUpSince;
    private volatile boolean usedUp;

    PoolWatch(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether the pool is used up for good, as far as one can tell. Answered from memory. */
    boolean isUsedUp() {
        return usedUp;
    }

    /** Asks for a connection as requests do; returns when to look again. */
    Duration look() {
        var asked = clock.instant();
        if (lends() || !takesOthers()) {
            usedUpSince = null;
            usedUp = false;
            return PAUSE;
        }
        var since = Objects.requireNonNullElse(usedUpSince, asked);
        usedUpSince = since;
        var lost = Duration.between(since, clock.instant()).compareTo(PATIENCE) >= 0;
        if (lost && !usedUp) {
            LOG.error(
                    "No connection was free since {}, although the database answers: the node has to be restarted",
                    since);
        }
        usedUp = lost;
        return PAUSE;
    }

    private boolean lends() {
        try (var _ = database.getConnection()) {
            return true;
        } catch (SQLException _) {
            return false;
        }
    }

    private boolean takesOthers() {
        try {
            var pool = database.unwrap(HikariDataSource.class);
            var login = new Properties();
            login.putAll(pool.getDataSourceProperties());
            login.put("connectTimeout", SECONDS_TO_ANSWER);
            login.put("socketTimeout", SECONDS_TO_ANSWER);
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
        return FAREWELL;
    }
}
