package dev.flagledger.standalone.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.zaxxer.hikari.HikariDataSource;
import dev.flagledger.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** Uses a pool that waits long for a connection. */
class DatabaseHealthIndicatorTest {

    private static final Duration LATE = Duration.ofSeconds(6);
    private static final Duration SOON = Duration.ofSeconds(4);

    @Test
    void aRespondingDatabaseIsReady() {
        try (var pool = pool(TestDatabase.fresh().url())) {
            assertThat(new DatabaseHealthIndicator(pool).health().getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void anUnavailableDatabaseIsSoonNotReady() {
        try (var pool = pool("jdbc:postgresql://127.0.0.1:1/flags")) {
            assertSoonNotReady(pool);
        }
    }

    @Test
    void anUnresponsiveDatabaseIsSoonNotReady() throws IOException {
        var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        // The pool is closed last, because it would wait for its connection.
        try (var pool = pool("jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/flags");
                silent) {
            assertSoonNotReady(pool);
        }
    }

    private static void assertSoonNotReady(HikariDataSource pool) {
        assertTimeoutPreemptively(
                SOON,
                () -> assertThat(new DatabaseHealthIndicator(pool).health().getStatus())
                        .isEqualTo(Status.OUT_OF_SERVICE));
    }

    private static HikariDataSource pool(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setConnectionTimeout(LATE.toMillis());
        pool.setInitializationFailTimeout(-1);
        return pool;
    }
}
