package dev.flagledger.ledger.log;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/** Determines the context of events; the log itself does not interpret them. */
@FunctionalInterface
public interface ContextResolver {

    /** The contexts of events that are appended together, in order; each event is applied after those before it. */
    List<AppendContext> contextsOf(List<? extends DomainEventMessage<?>> events);
}
