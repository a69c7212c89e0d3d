package dev.flagledger.ledger.log.stream;

import dev.flagledger.ledger.database.Parameters;
import java.sql.SQLException;
import java.util.List;

/** How events of one kind change the rows that show them, in the statement that appends them to a {@link StreamLog}. */
public interface RowChange<E> {

    /**
     * Common table expressions, separated by commas. There is one named {@code alive} before them, whose column {@code place}
     * has the places, from 1, of those of the events that may be appended as far as the log knows. The one named {@code guard}
     * must have in a column {@code place} those that may be appended as far as the rows know; the others read from it. Rows
     * that others may change at the same time have to be locked in one order by all.
     */
    String sql();

    /** Sets the parameters of {@link #sql()}. */
    void bind(Parameters parameters, List<PlacedEvent<E>> events) throws SQLException;
}
