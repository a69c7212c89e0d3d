package dev.flagledger.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.flagledger.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class BreakingDataSourceTest {

    @Test
    void aServerWithoutFreeConnectionsIsWaitedForWhileThePoolHasOne() throws Exception {
        try (var pool = poolThatCannotGrow()) {
            var database = new BreakingDataSource(pool);
            var lent = database.getConnection();
            var waiter = CompletableFuture.supplyAsync(() -> connection(database), Thread::startVirtualThread);
            for (int wait = 0; wait < 2; wait++) {
                assertThatThrownBy(pool::getConnection).hasStackTraceContaining("too many connections");
            }

            lent.close();

            waiter.join().close();
            assertThat(database.isAway()).isFalse();
        }
    }

    @Test
    void aLongWaitFailsWithAllConnectionsInUse() throws Exception {
        try (var pool = poolThatCannotGrow()) {
            var database = new BreakingDataSource(pool);
            try (var _ = database.getConnection()) {
                assertThatThrownBy(database::getConnection)
                        .satisfies(failure -> assertThat(DatabaseTrouble.of(failure))
                                .contains(DatabaseTrouble.ALL_CONNECTIONS_IN_USE));
            }
            database.getConnection().close();
        }
    }

    @Test
    void withoutAServerTheNextRequestFailsAtOnce() {
        try (var pool = pool("jdbc:postgresql://127.0.0.1:1/flags")) {
            var database = new BreakingDataSource(pool);
            var breaker = new DatabaseBreaker(database);
            assertThat(breaker.refusal()).isEmpty();

            assertThatThrownBy(database::getConnection).isInstanceOf(SQLException.class);

            assertThat(breaker.refusal().flatMap(DatabaseTrouble::of)).contains(DatabaseTrouble.AWAY);
            assertThatThrownBy(database::getConnection).hasMessage("The database is unreachable");
        }
    }

    /** The server allows one connection of its user, and the pool two. */
    private static HikariDataSource poolThatCannotGrow() {
        var server = TestDatabase.fresh();
        var user = "lonely_" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(server.dataSource())
                .sql("create role " + user + " login password 'alone' connection limit 1")
                .update();
        var pool = pool(server.url().replaceFirst("[?].*", ""));
        pool.setUsername(user);
        pool.setPassword("alone");
        return pool;
    }

    private static HikariDataSource pool(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(2);
        pool.setConnectionTimeout(250);
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    private static Connection connection(BreakingDataSource database) {
        try {
            return database.getConnection();
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }
}
