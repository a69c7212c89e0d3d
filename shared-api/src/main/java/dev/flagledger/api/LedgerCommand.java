package dev.flagledger.api;

import dev.flagledger.api.access.Scope;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Something that somebody wants done. Refused with a {@link Rejection}, or answered by events. */
public interface LedgerCommand {

    /** The stream of events that this command adds to. */
    @TargetAggregateIdentifier
    String aggregateId();

    /** Where the right to do this is looked up. */
    Scope scope();
}
