package dev.flagledger.ledger.log.append;

import java.sql.SQLException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Thrown when the connection was lost during an append. The events may be in the log, so the append must not be repeated. */
public final class OutcomeUnknownException extends EventStoreException {

    private static final long serialVersionUID = 1L;

    public OutcomeUnknownException(SQLException cause) {
        super("It is unknown whether the events were appended", cause);
    }
}
