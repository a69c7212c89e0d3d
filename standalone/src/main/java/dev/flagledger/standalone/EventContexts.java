package dev.flagledger.standalone;

import dev.flagledger.api.Origin;
import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.engine.change.EventScopes;
import dev.flagledger.engine.change.RelatedObjects;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.log.AppendContext;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.ContextResolver;
import dev.flagledger.ledger.log.store.EventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Determines the scopes of events from the node's current installation. Of several events, the later ones may be about what the
 * earlier ones create, so these are folded; and they may contain what other nodes have created and this one has not received yet.
 */
final class EventContexts implements ContextResolver {

    private final Supplier<Installation> current;
    private final Supplier<Installation> atHead;

    /** The first is the state of this node, the second that with everything that is committed. */
    EventContexts(Supplier<Installation> current, Supplier<Installation> atHead) {
        this.current = current;
        this.atHead = atHead;
    }

    @Override
    public List<AppendContext> contextsOf(List<? extends DomainEventMessage<?>> events) {
        if (events.getFirst().getPayload() instanceof IdentityEvent) {
            return contextsOfIdentityEvents(current.get(), events);
        }
        var state = events.size() == 1 ? current.get() : atHead.get();
        var contexts = new ArrayList<AppendContext>(events.size());
        for (var message : events) {
            var event = (LedgerEvent) message.getPayload();
            contexts.add(new AppendContext(
                    EventScopes.of(state, event), RelatedObjects.of(state, event), EventScopes.ends(event)));
            if (contexts.size() < events.size()) {
                state = state.evolve(new RecordedEvent(
                        EventLog.BEGINNING,
                        message.getTimestamp(),
                        Attribution.actorOf(message.getMetaData()),
                        Origin.NONE,
                        event));
            }
        }
        return contexts;
    }

    /** Events of the identity log, which are never appended together with others. */
    private static List<AppendContext> contextsOfIdentityEvents(
            Installation state, List<? extends DomainEventMessage<?>> events) {
        return events.stream()
                .map(message -> EventScopes.of(state, (IdentityEvent) message.getPayload()))
                .map(scope -> new AppendContext(scope, List.of(), false))
                .toList();
    }
}
