package dev.flagledger.ledger.database;

import java.lang.reflect.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement, set one after the other. */
public final class Parameters {

    /** Arrays of these classes are sent in binary; others as text, which both sides are slower with. */
    private static final Map<String, Class<?>> BINARY =
            Map.of("int", Integer.class, "bigint", Long.class, "text", String.class);

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
        var elements = BINARY.getOrDefault(type, Object.class);
        add(type, rows.stream().map(column).toArray(size -> (Object[]) Array.newInstance(elements, size)));
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
