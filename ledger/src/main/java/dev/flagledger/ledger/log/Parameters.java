package dev.flagledger.ledger.log;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement, set one after the other. */
public final class Parameters {

    private final PreparedStatement statement;
    private int count;

    /** Those of this statement, from the first on. */
    public Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    /** Sets the next one. */
    public void add(@Nullable Object value) throws SQLException {
        statement.setObject(++count, value);
    }

    /** The same for a column of many rows: an array of this type of PostgreSQL. */
    public <R> void add(String type, List<R> rows, Function<R, @Nullable Object> column) throws SQLException {
        add(type, rows.stream().map(column).toArray());
    }

    /** The same for a column of bytes. */
    public <R> void addBytes(List<R> rows, Function<R, byte[]> column) throws SQLException {
        add("bytea", rows.stream().map(column).toArray(byte[][]::new));
    }

    /** The same for an array. */
    public void add(String type, @Nullable Object[] elements) throws SQLException {
        statement.setArray(++count, statement.getConnection().createArrayOf(type, elements));
    }
}
