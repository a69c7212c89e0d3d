package dev.flagledger.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.flagledger.ledger.load.LowPriorityThreads;
import dev.flagledger.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.postgresql.PGConnection;

/** Asks PostgreSQL's processes on this machine. */
@EnabledOnOs(OS.LINUX)
class LowPriorityConnectionsTest {

    /** The place of the nice value in {@code /proc/…/stat} after the name, see {@code proc_pid_stat(5)}. */
    private static final int NICE = 19 - 3;

    private final HikariDataSource pool = new HikariDataSource();

    @BeforeEach
    void configure() {
        pool.setJdbcUrl(TestDatabase.fresh().url());
        pool.setMaximumPoolSize(2);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void thoseOfLowPriorityThreadsHaveARaisedNiceValue() {
        try (var low = LowPriorityConnections.poolLike(pool);
                var slow = Executors.newSingleThreadExecutor(new LowPriorityThreads("slow"))) {
            var database = new BreakingDataSource(pool, low);

            int others = niceOfProcess(database, Runnable::run);

            assertThat(niceOfProcess(database, slow))
                    .isEqualTo(Math.max(10, others))
                    .isGreaterThan(others);
            assertThat(niceOfProcess(database, Runnable::run)).isEqualTo(others);
        }
    }

    @Test
    void withoutAPoolOfTheirOwnTheyTakeTheOthers() {
        try (var slow = Executors.newSingleThreadExecutor(new LowPriorityThreads("slow"))) {
            var database = new BreakingDataSource(pool);

            assertThat(niceOfProcess(database, slow)).isEqualTo(niceOfProcess(database, Runnable::run));
        }
    }

    private static int niceOfProcess(BreakingDataSource database, Executor thread) {
        return CompletableFuture.supplyAsync(() -> niceOfProcess(database), thread)
                .join();
    }

    private static int niceOfProcess(BreakingDataSource database) {
        try (var connection = database.getConnection()) {
            int process = connection.unwrap(PGConnection.class).getBackendPID();
            var stat = Files.readString(Path.of("/proc/" + process + "/stat"));
            return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[NICE]);
        } catch (SQLException | IOException e) {
            throw new CompletionException(e);
        }
    }
}
