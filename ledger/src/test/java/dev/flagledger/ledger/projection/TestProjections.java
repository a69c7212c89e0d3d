package dev.flagledger.ledger.projection;

import com.zaxxer.hikari.HikariDataSource;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Recorded;
import dev.flagledger.ledger.log.store.TestLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The projections of one node, with connections of their own that can be cut off. */
final class TestProjections implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final History<Long> fold;
    final Seen model;
    final Projections<Long> projections;
    private final Wires wires;
    private final HikariDataSource pool = new HikariDataSource();

    private TestProjections(TestLog log, String name, Function<JdbcClient, Seen> model, Duration timeout) {
        wires = new Wires(log.dataSource());
        pool.setDataSource(wires);
        pool.setMaximumPoolSize(4);
        // Once cut off, it gets none any more, and need not wait long for one.
        pool.setConnectionTimeout(250);
        fold = new History<>(log.log(), 0L, TestProjections::counted);
        this.model = model.apply(JdbcClient.create(pool));
        projections = new Projections<>(pool, name, fold, List.of(this.model), timeout);
    }

    static TestProjections started(TestLog log, String name, Function<JdbcClient, Seen> model) {
        return started(new TestProjections(log, name, model, PATIENCE));
    }

    /** A node whose readers are refused after a moment. */
    static TestProjections impatient(TestLog log, String name, Function<JdbcClient, Seen> model) {
        return started(new TestProjections(log, name, model, Duration.ofSeconds(1)));
    }

    private static TestProjections started(TestProjections node) {
        node.fold.start();
        node.projections.start();
        return node;
    }

    void awaitFold() {
        projections.awaitFold("seen", "What was seen");
    }

    /** Cuts its connections to the database for good. */
    void kill() {
        wires.cut();
    }

    @Override
    public void close() {
        projections.stop();
        fold.stop();
        pool.close();
    }

    private static Long counted(Long events, Recorded event) {
        return events + 1;
    }

    private static final class Wires extends DelegatingDataSource {

        private final Queue<Connection> open = new ConcurrentLinkedQueue<>();
        private volatile boolean cut;

        Wires(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (cut) {
                throw new SQLException("killed");
            }
            var connection = super.getConnection();
            open.add(connection);
            return connection;
        }

        void cut() {
            cut = true;
            for (var connection : open) {
                try {
                    connection.abort(Runnable::run);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
