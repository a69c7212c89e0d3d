package dev.flagledger.standalone.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TurnedClock;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class PoolWatchTest {

    private final TurnedClock clock = new TurnedClock();

    @Test
    void aPoolWithoutConnectionForAMinuteIsExhaustedAndLogged() throws SQLException {
        try (var pool = pool(TestDatabase.fresh().url());
                var _ = pool.getConnection()) {
            var watch = new PoolWatch(pool, clock);
            watch.check();
            clock.turn(Duration.ofSeconds(59));
            watch.check();
            assertThat(watch.isExhausted()).isFalse();

            clock.turn(Duration.ofSeconds(1));
            watch.check();

            assertThat(watch.isExhausted()).isTrue();
            assertThat(new ConnectionsHealthIndicator(watch).health().getStatus())
                    .isEqualTo(Status.DOWN);
        }
    }

    @Test
    void aReturnedConnectionEndsTheExhaustion() throws SQLException {
        try (var pool = pool(TestDatabase.fresh().url())) {
            var watch = new PoolWatch(pool, clock);
            try (var _ = pool.getConnection()) {
                watch.check();
                clock.turn(Duration.ofMinutes(2));
                watch.check();
                assertThat(watch.isExhausted()).isTrue();
            }

            watch.check();

            assertThat(watch.isExhausted()).isFalse();
        }
    }

    @Test
    void everyConnectionRestartsTheMinute() throws SQLException {
        try (var pool = pool(TestDatabase.fresh().url())) {
            var watch = new PoolWatch(pool, clock);
            try (var _ = pool.getConnection()) {
                watch.check();
            }
            clock.turn(Duration.ofSeconds(40));
            watch.check();
            try (var _ = pool.getConnection()) {
                clock.turn(Duration.ofSeconds(40));
                watch.check();
                assertThat(watch.isExhausted()).isFalse();
            }
        }
    }

    @Test
    void anUnavailableDatabaseDoesNotExhaustThePool() {
        try (var pool = pool("jdbc:postgresql://127.0.0.1:1/flags")) {
            var watch = new PoolWatch(pool, clock);
            watch.check();
            clock.turn(Duration.ofHours(1));
            watch.check();

            assertThat(watch.isExhausted()).isFalse();
        }
    }

    @Test
    void thePoolsLoginAndPropertiesAreUsed() throws SQLException {
        var url = TestDatabase.fresh().url();
        assumeTrue(System.getenv("FLAGLEDGER_TEST_DATABASE_URL") == null, "needs a server that asks for no password");
        try (var pool = pool(url.replaceFirst("[?].*", ""))) {
            pool.setUsername("postgres");
            assertThat(isExhausted(pool)).isTrue();
        }
        try (var pool = pool(url.replaceFirst("[?].*", ""))) {
            pool.addDataSourceProperty("user", "postgres");
            assertThat(isExhausted(pool)).isTrue();
        }
    }

    private boolean isExhausted(HikariDataSource pool) throws SQLException {
        try (var _ = pool.getConnection()) {
            var watch = new PoolWatch(pool, clock);
            watch.check();
            clock.turn(Duration.ofMinutes(1));
            watch.check();
            return watch.isExhausted();
        }
    }

    private static HikariDataSource pool(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(250);
        pool.setInitializationFailTimeout(-1);
        return pool;
    }
}
