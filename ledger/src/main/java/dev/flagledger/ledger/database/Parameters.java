package dev.flagledger.ledger.database;

import java.lang.reflect.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sets the parameters of a statement, one after the other, from the first on. */
public final class Parameters {

    /** The types whose arrays the driver sends in binary, which is faster than text. */
    private static final Map<String, Class<?>> BINARY =
            Map.of("int", Integer.class, "bigint", Long.class, "text", String.class);

    private final PreparedStatement statement;
    private int count;

    public Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    /** Sets the next parameter. */
    public void add(@Nullable Object value) throws SQLException {
        statement.setObject(++count, value);
    }

    /** Sets the next parameter to an array of this PostgreSQL type: one column of many rows. */
    public <R> void add(String type, List<R> rows, Function<R, @Nullable Object> column) throws SQLException {
        var elements = BINARY.getOrDefault(type, Object.class);
        add(type, rows.stream().map(column).toArray(size -> (Object[]) Array.newInstance(elements, size)));
    }

    /** Sets the next parameter to an array of {@code bytea}: one column of many rows. */
    public <R> void addBytes(List<R> rows, Function<R, byte[]> column) throws SQLException {
        add("bytea", rows.stream().map(column).toArray(byte[][]::new));
    }

    /** Sets the next parameter to an array of this PostgreSQL type. */
    public void add(String type, @Nullable Object[] elements) throws SQLException {
        statement.setArray(++count, statement.getConnection().createArrayOf(type, elements));
    }
}
