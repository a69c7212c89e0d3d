package dev.flagledger.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.flagledger.ledger.load.LowPriorityThreads;
import dev.flagledger.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.postgresql.PGConnection;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Asks PostgreSQL's processes on this machine. */
@EnabledOnOs(OS.LINUX)
class LowPriorityConnectionsTest {

    /** The place of the nice value in {@code /proc/…/stat} after the name, see {@code proc_pid_stat(5)}. */
    private static final int NICE = 19 - 3;

    private static final int RAISED = 10;

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final ExecutorService slow = Executors.newSingleThreadExecutor(new LowPriorityThreads("slow"));

    @AfterEach
    void close() {
        slow.close();
        context.close();
    }

    @Test
    void thoseOfLowPriorityThreadsHaveARaisedNiceValue() {
        var database = database(true);
        int others = nice(process(database, Runnable::run));
        assumeThat(others).isLessThan(RAISED);

        assertThat(nice(process(database, slow))).isEqualTo(RAISED);
        assertThat(nice(process(database, Runnable::run))).isEqualTo(others);
    }

    @Test
    void ofADatabaseElsewhereTheyTakeThoseOfAll() {
        var database = database(false);

        assertThat(process(database, slow)).isEqualTo(process(database, Runnable::run));
    }

    @Test
    void theyAreClosedWithTheOthers() {
        var database = database(true);
        process(database, slow);

        context.close();

        assertThatThrownBy(() -> process(database, slow)).hasStackTraceContaining("has been closed");
    }

    private DataSource database(boolean local) {
        var settings = new MapPropertySource("test", Map.of("flagledger.database.local", local));
        context.getEnvironment().getPropertySources().addFirst(settings);
        context.register(DatabaseConfiguration.class);
        context.registerBean(HikariDataSource.class, LowPriorityConnectionsTest::pool);
        context.refresh();
        return context.getBean(DataSource.class);
    }

    private static HikariDataSource pool() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(TestDatabase.fresh().url());
        pool.setMaximumPoolSize(1);
        return pool;
    }

    /** The id of the process at the other end of a connection that is opened on a thread. */
    private static int process(DataSource database, Executor thread) {
        return CompletableFuture.supplyAsync(() -> process(database), thread).join();
    }

    private static int process(DataSource database) {
        try (var connection = database.getConnection()) {
            return connection.unwrap(PGConnection.class).getBackendPID();
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static int nice(int process) {
        try {
            var stat = Files.readString(Path.of("/proc/" + process + "/stat"));
            return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[NICE]);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }
}
