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

/** Determines the scopes of events from the node's current installation. */
final class EventContexts implements ContextResolver {

    private final Supplier<Installation> installation;

    EventContexts(Supplier<Installation> installation) {
        this.installation = installation;
    }

    @Override
    public List<AppendContext> contextsOf(List<? extends DomainEventMessage<?>> events) {
        var state = installation.get();
        if (events.getFirst().getPayload() instanceof IdentityEvent) {
            return contextsOfIdentityEvents(state, events);
        }
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
