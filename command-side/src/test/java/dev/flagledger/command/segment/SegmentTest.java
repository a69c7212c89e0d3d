package dev.flagledger.command.segment;

import dev.flagledger.api.Edit;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.segment.SegmentCommand.ChangeSegment;
import dev.flagledger.api.segment.SegmentCommand.DeleteSegment;
import dev.flagledger.api.segment.SegmentDefinition;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class SegmentTest {

    private static final UUID ID = new UUID(0, 8);
    private static final SegmentDefinition BETA = new SegmentDefinition("beta users", null, null, List.of(), List.of());
    private static final SegmentDefinition RENAMED = new SegmentDefinition("testers", null, null, List.of(), List.of());
    private static final SegmentCreated CREATED = new SegmentCreated(8, ID, 3, BETA);

    private final FixtureConfiguration<Segment> fixture = new AggregateTestFixture<>(Segment.class);

    @Test
    void itsDefinitionChanges() {
        fixture.given(CREATED)
                .when(new ChangeSegment(8, 3, new Edit<>(BETA, RENAMED)))
                .expectEvents(new SegmentChanged(8, RENAMED));
        fixture.given(CREATED, new SegmentChanged(8, RENAMED))
                .when(new ChangeSegment(8, 3, new Edit<>(BETA, RENAMED)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void itIsDeletedOnce() {
        fixture.given(CREATED)
                .when(new DeleteSegment(8, 3))
                .expectEvents(new SegmentDeleted(8))
                .expectMarkedDeleted();
        fixture.given(CREATED, new SegmentDeleted(8))
                .when(new DeleteSegment(8, 3))
                .expectException(AggregateDeletedException.class);
    }

    /** Permissions are checked for the project that the command names, so it must be the actual one. */
    @Test
    void aCommandForAnotherProjectIsRejected() {
        for (var command : List.of(new ChangeSegment(8, 99, new Edit<>(BETA, RENAMED)), new DeleteSegment(8, 99))) {
            fixture.given(CREATED)
                    .when(command)
                    .expectException(Rejected.class)
                    .expectExceptionMessage(new Rejection.Missing("Segment").toString());
        }
    }
}
