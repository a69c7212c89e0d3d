package dev.flagledger.command.erasure;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.erasure.ErasureCommand;
import dev.flagledger.api.event.ErasureEvent;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The aggregate of one erasure, which never changes once recorded. */
@Aggregate(type = "erasure")
class Erasure {

    @AggregateIdentifier
    @Nullable String id;

    Erasure() {}

    Erasure(ErasureEvent event) {
        apply(event);
    }

    @EventSourcingHandler
    void evolve(ErasureEvent event) {
        id = ErasureCommand.streamOf(event.erasureId());
    }
}
