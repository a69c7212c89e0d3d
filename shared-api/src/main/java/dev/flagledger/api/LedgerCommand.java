package dev.flagledger.api;

import dev.flagledger.api.access.Scope;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A request to change something. Handling it records events, or fails with a {@link Rejection}. */
public interface LedgerCommand {

    /** Returns the id of the event stream that the command appends to. */
    @TargetAggregateIdentifier
    String aggregateId();

    /** Returns the scope on which the actor needs the permission for this command. */
    Scope scope();

    /** Returns what the command is about, whose project decides whether it needs a note: usually its {@link #scope}. */
    default Scope about() {
        return scope();
    }
}
