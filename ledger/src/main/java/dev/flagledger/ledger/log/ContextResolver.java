package dev.flagledger.ledger.log;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/** Knows what events are about; the log itself does not know what they mean. */
@FunctionalInterface
public interface ContextResolver {

    /** The contexts of events that are about to be appended together, in their order: each follows upon those before it. */
    List<AppendContext> contextsOf(List<? extends DomainEventMessage<?>> events);
}
