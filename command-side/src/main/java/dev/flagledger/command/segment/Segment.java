package dev.flagledger.command.segment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.segment.SegmentCommand;
import dev.flagledger.api.segment.SegmentCommand.CreateSegment;
import dev.flagledger.api.segment.SegmentEvent;
import dev.flagledger.api.segment.SegmentEvent.SegmentCreated;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** Guards what a segment is. */
@Aggregate(type = "segment", cache = "currentAggregates")
class Segment {

    @AggregateIdentifier
    String id;

    Segment() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(CreateSegment command) {
        apply(new SegmentCreated(
                command.segmentId(), command.uuid(), command.projectId(), command.name(), command.description()));
    }

    @EventSourcingHandler
    void evolve(SegmentEvent event) {
        id = SegmentCommand.streamOf(event.segmentId());
    }
}
