package dev.flagledger.command.segment;

import dev.flagledger.api.Edit;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.segment.SegmentCommand.ChangeSegment;
import dev.flagledger.api.segment.SegmentCommand.CreateSegment;
import dev.flagledger.api.segment.SegmentDefinition;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NewSegmentTest {

    private static final UUID ID = new UUID(0, 8);
    private static final SegmentDefinition BETA = definition("beta users", null);
    private static final SegmentCreated CREATED = new SegmentCreated(8, ID, 3, BETA);

    private final FixtureConfiguration<Segment> fixture = new AggregateTestFixture<>(Segment.class);

    @Test
    void itIsCreatedInItsProject() {
        fixture.givenNoPriorActivity()
                .whenConstructing(() -> Segment.create(new CreateSegment(8, ID, 3, BETA)))
                .expectEvents(CREATED);
    }

    @Test
    void twoWhoChangeDifferentThingsOfItBothHaveTheirWay() {
        fixture.given(CREATED, new SegmentChanged(8, definition("testers", null)))
                .when(new ChangeSegment(8, 3, new Edit<>(BETA, definition("beta users", "Who wants more"))))
                .expectEvents(new SegmentChanged(8, definition("testers", "Who wants more")));
    }

    @Test
    void theSameAgainIsNoChange() {
        fixture.given(CREATED)
                .when(new ChangeSegment(8, 3, new Edit<>(BETA, BETA)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static SegmentDefinition definition(String name, @Nullable String description) {
        return new SegmentDefinition(name, description, null, List.of(), List.of());
    }
}
