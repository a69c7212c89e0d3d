package dev.flagledger.ledger.command;

import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.StreamName;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;

/**
 * Appends events that happen once, such as the first use of a key: each is the only event of a stream of its own. Works on nodes
 * that handle no commands.
 */
@Component
public final class FirstEvents {

    private final EventStore store;

    FirstEvents(EventStore store) {
        this.store = store;
    }

    /**
     * Appends the event unless its stream exists. Of concurrent calls, on any node, one appends it.
     *
     * @throws dev.flagledger.ledger.log.EndedException if the event refers to an object that has ended
     */
    public void append(String stream, Object event, Attribution by) {
        if (store.lastSequenceNumberFor(stream).isPresent()) {
            return;
        }
        try {
            store.publish(
                    new GenericDomainEventMessage<>(StreamName.kindOf(stream), stream, 0, event, by.toMetaData()));
        } catch (ConcurrencyException _) {
            // Another call was first.
        }
    }
}
