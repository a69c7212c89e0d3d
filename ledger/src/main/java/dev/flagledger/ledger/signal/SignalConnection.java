package dev.flagledger.ledger.signal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** A connection of the pool that is held for one task, and aborted when the task fails. */
final class SignalConnection {

    private final DataSource database;
    private final Runnable lost;

    /** {@code lost} is called when a connection fails. */
    SignalConnection(DataSource database, Runnable lost) {
        this.database = database;
        this.lost = lost;
    }

    /** A long-running task on one connection. */
    interface Task {
        void run(Connection connection) throws SQLException, InterruptedException;
    }

    /** Runs the task; one round of a {@link dev.flagledger.ledger.background.BackgroundLoop}. */
    Duration hold(Task task) throws SQLException, InterruptedException {
        try (var connection = database.getConnection()) {
            run(task, connection);
        }
        return Duration.ZERO;
    }

    private void run(Task task, Connection connection) throws SQLException, InterruptedException {
        try {
            task.run(connection);
        } catch (SQLException e) {
            // The pool has not seen the failure, and would lend the broken connection again.
            connection.abort(Runnable::run);
            lost.run();
            throw e;
        }
    }
}
