package dev.flagledger.ledger.proof.verify.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** One state of a database that may be in use, to be read by several queries. Closing it leaves the connection open. */
public final class Snapshot implements AutoCloseable {

    private static final int ROWS = 2_000;

    private final Connection database;

    /** Begins a transaction, which only reads. The connection should not be in use elsewhere until the end of it. */
    public Snapshot(Connection database) throws SQLException {
        this.database = database;
        database.setAutoCommit(false);
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        database.setReadOnly(true);
    }

    /** Executes a query, whose rows are fetched by and by, with values for its question marks. */
    public ResultSet rows(String sql, Object... values) throws SQLException {
        var statement = database.prepareStatement(sql);
        statement.closeOnCompletion();
        statement.setFetchSize(ROWS);
        for (int value = 0; value < values.length; value++) {
            statement.setObject(value + 1, values[value]);
        }
        return statement.executeQuery();
    }

    /** Ends the transaction. */
    @Override
    public void close() throws SQLException {
        database.rollback();
    }
}
