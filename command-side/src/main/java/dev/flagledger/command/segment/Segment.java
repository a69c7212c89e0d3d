package dev.flagledger.command.segment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.SegmentEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.segment.SegmentCommand;
import dev.flagledger.api.segment.SegmentCommand.ChangeSegment;
import dev.flagledger.api.segment.SegmentCommand.CreateSegment;
import dev.flagledger.api.segment.SegmentCommand.DeleteSegment;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.command.edit.Edits;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** The aggregate of a segment. */
@Aggregate(type = "segment", cache = "currentAggregates")
class Segment {

    @AggregateIdentifier
    String id;

    private int projectId;
    private SegmentDefinition definition;

    Segment() {}

    static Segment create(CreateSegment command) {
        var segment = new Segment();
        apply(new SegmentCreated(command.segmentId(), command.uuid(), command.projectId(), command.definition()));
        return segment;
    }

    @CommandHandler
    void handle(ChangeSegment command) {
        requireIn(command);
        var changed = Edits.merged(command.definition(), definition);
        if (!changed.equals(definition)) {
            apply(new SegmentChanged(command.segmentId(), changed));
        }
    }

    @CommandHandler
    void handle(DeleteSegment command) {
        requireIn(command);
        apply(new SegmentDeleted(command.segmentId()));
    }

    @EventSourcingHandler
    void evolve(SegmentEvent event) {
        switch (event) {
            case SegmentCreated e -> {
                id = SegmentCommand.streamOf(e.segmentId());
                projectId = e.projectId();
                definition = e.definition();
            }
            case SegmentChanged e -> definition = e.definition();
            case SegmentDeleted _ -> markDeleted();
        }
    }

    /** Permissions were checked for the project that the command names. */
    private void requireIn(SegmentCommand command) {
        if (command.projectId() != projectId) {
            throw new Rejected(new Rejection.Missing("Segment"));
        }
    }
}
