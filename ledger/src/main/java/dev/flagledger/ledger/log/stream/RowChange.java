package dev.flagledger.ledger.log.stream;

import dev.flagledger.ledger.database.Parameters;
import java.sql.SQLException;
import java.util.List;

/** The change that events of one kind make to a read model, in the statement that appends them to a {@link StreamLog}. */
public interface RowChange<E> {

    /**
     * Common table expressions, separated by commas. They follow one named {@code alive}, whose column {@code place} has the
     * indices, from 1, of the events that the log admits. One of them must be named {@code guard} and have in a column
     * {@code place} the indices that the read model admits too; the later ones select from it. Rows that are changed concurrently
     * must be locked in a consistent order.
     */
    String sql();

    /** Sets the parameters of {@link #sql()}. */
    void bind(Parameters parameters, List<PlacedEvent<E>> events) throws SQLException;
}
