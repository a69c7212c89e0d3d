package dev.flagledger.ledger.signal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** A connection of the pool that is kept for one piece of work, and is given up when that fails. */
final class SignalConnection {

    private final DataSource database;
    private final Runnable lost;

    /** {@code lost} is run when a connection fails. */
    SignalConnection(DataSource database, Runnable lost) {
        this.database = database;
        this.lost = lost;
    }

    /** Goes on for as long as there is work to do with one connection. */
    interface Work {
        void with(Connection connection) throws SQLException, InterruptedException;
    }

    /** A round of a loop: all of this work, which is begun again when it has ended. */
    Duration hold(Work work) throws SQLException, InterruptedException {
        try (var connection = database.getConnection()) {
            run(work, connection);
        }
        return Duration.ZERO;
    }

    private void run(Work work, Connection connection) throws SQLException, InterruptedException {
        try {
            work.with(connection);
        } catch (SQLException e) {
            // The failure went past the pool, which would lend the broken connection to others.
            connection.abort(Runnable::run);
            lost.run();
            throw e;
        }
    }
}
