package dev.flagledger.command.segment;

import dev.flagledger.api.segment.SegmentCommand.CreateSegment;
import dev.flagledger.api.segment.SegmentEvent.SegmentCreated;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class SegmentTest {

    @Test
    void aSegmentIsNamed() {
        new AggregateTestFixture<>(Segment.class)
                .givenNoPriorActivity()
                .when(new CreateSegment(8, new UUID(0, 8), 3, "beta users", null))
                .expectEvents(new SegmentCreated(8, new UUID(0, 8), 3, "beta users", null));
    }
}
