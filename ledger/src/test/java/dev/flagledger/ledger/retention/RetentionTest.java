package dev.flagledger.ledger.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flagledger.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletion of old rows in batches, on a real database. */
class RetentionTest {

    private static final int OLD = 5_500;
    private static final int YOUNG = 40;
    private static final int ROUNDS = Boolean.getBoolean("long") ? 100 : 5;
    private static final String OVER = """
            with over as (
                delete from thing where thing.id = any (array(
                    select old.id from thing old where old.at < :before limit :most))
                returning thing.id)
            select count(*) from over""";

    private final DataSource database = TestDatabase.fresh().dataSource();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @BeforeEach
    void makeTheTable() {
        jdbc.sql("create table thing (id bigint generated always as identity primary key, at timestamptz not null)")
                .update();
        fill();
    }

    @Test
    void onlyOldRowsAreDeleted() {
        assertThat(retention(database, Duration.ofDays(30)).prune()).isEqualTo(OLD);
        assertThat(left()).isEqualTo(YOUNG);
        assertThat(retention(database, Duration.ofDays(30)).prune()).isZero();
    }

    @Test
    void aRetentionOfZeroKeepsForEver() {
        assertThat(retention(database, Duration.ZERO).prune()).isZero();
        assertThat(left()).isEqualTo(OLD + YOUNG);
        assertThatIllegalArgumentException().isThrownBy(() -> retention(database, Duration.ofDays(-1)));
    }

    @Test
    void oneNodeAtATimePrunes() throws SQLException {
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select pg_advisory_xact_lock(" + Retention.LOCK + ")");
            assertThat(retention(database, Duration.ofDays(30)).prune()).isZero();
            other.rollback();
        }
        assertThat(retention(database, Duration.ofDays(30)).prune()).isEqualTo(OLD);
    }

    @Test
    void aFailedPruningDoesNotAffectTheOthers() {
        var failing = new Pruning("nothing", Duration.ofDays(30), "select count(*) from missing");

        retention(database, failing, new Pruning("things", Duration.ofDays(30), OVER))
                .pruneAll();

        assertThat(left()).isEqualTo(YOUNG);
    }

    /** The connection is lost at any moment, as when the node is killed. */
    @Test
    void anInterruptedPruningIsFinishedByTheNext() throws SQLException {
        var random = new Random();
        for (int round = 0; round < ROUNDS; round++) {
            try (var connection = database.getConnection()) {
                var pruning = CompletableFuture.supplyAsync(
                        () -> retention(only(connection), Duration.ofDays(30)).prune());
                LockSupport.parkNanos(random.nextInt(40_000_000));
                connection.abort(Runnable::run);
                try {
                    pruning.join();
                } catch (CompletionException e) {
                    assertThat(young()).isEqualTo(YOUNG);
                }
            }
            // What was cut off may still be at work in the database, and has the lock until that is undone.
            while (left() > YOUNG) {
                retention(database, Duration.ofDays(30)).prune();
            }
            assertThat(young()).isEqualTo(YOUNG);
            jdbc.sql("delete from thing").update();
            fill();
        }
    }

    private void fill() {
        jdbc.sql("""
                        insert into thing (at) select now() - interval '31 days' from generate_series(1, :old);
                        insert into thing (at) select now() - interval '29 days' from generate_series(1, :young)""").param("old", OLD).param("young", YOUNG).update();
    }

    private long left() {
        return jdbc.sql("select count(*) from thing").query(Long.class).single();
    }

    private long young() {
        return jdbc.sql("select count(*) from thing where at > now() - interval '30 days'")
                .query(Long.class)
                .single();
    }

    private static DataSource only(Connection connection) {
        return new DelegatingDataSource(new SingleConnectionDataSource(connection, true));
    }

    private static Retention retention(DataSource on, Duration kept) {
        return retention(on, new Pruning("things", kept, OVER));
    }

    private static Retention retention(DataSource on, Pruning... prunings) {
        return new Retention(
                JdbcClient.create(on),
                new TransactionTemplate(new JdbcTransactionManager(on)),
                Clock.systemUTC(),
                List.of(prunings),
                Duration.ofMinutes(1));
    }
}
