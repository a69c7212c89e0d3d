package dev.flagledger.ledger.log;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement, set one after the other. */
public final class Parameters {

    private final PreparedStatement statement;
    private int count;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    /** Sets the next one. */
    public void add(@Nullable Object value) throws SQLException {
        statement.setObject(++count, value);
    }

    /** The same for an array of this type of PostgreSQL. */
    public void add(String type, @Nullable Object[] elements) throws SQLException {
        statement.setArray(++count, statement.getConnection().createArrayOf(type, elements));
    }
}
