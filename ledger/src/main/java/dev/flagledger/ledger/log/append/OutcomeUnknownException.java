package dev.flagledger.ledger.log.append;

import java.sql.SQLException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The database was lost while events were appended: they may be in the log, so that they must not be appended again. */
public final class OutcomeUnknownException extends EventStoreException {

    private static final long serialVersionUID = 1L;

    public OutcomeUnknownException(SQLException cause) {
        super("It is not known whether the log took the events", cause);
    }
}
