package dev.flagledger.query.audit.row;

import dev.flagledger.engine.History;
import dev.flagledger.testing.Lines;

/** The rows of events. */
public final class Rows {

    private Rows() {}

    /** The row of a history's last event. */
    public static EventRow of(History history) {
        return EventRows.of(history.before(), history.last(), history.state(), Lines.of(history));
    }
}
