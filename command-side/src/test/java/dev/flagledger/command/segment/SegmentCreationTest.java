package dev.flagledger.command.segment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.segment.SegmentCommand.CreateSegment;
import dev.flagledger.api.segment.SegmentCommand.DeleteSegment;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.command.FoundedShop;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SegmentCreationTest {

    private static final TestNode NODE =
            TestNode.on(TestDatabase.fresh().migrated(), TestCommandSide.class, SegmentCreation.class);
    private static final SegmentDefinition BETA = new SegmentDefinition("beta", null, null, List.of(), List.of());

    private final FoundedShop shop = new FoundedShop(NODE);

    @AfterAll
    static void close() {
        NODE.close();
    }

    /** Two who undo its deletion at the same time have both planned it from a project without it. */
    @Test
    void aDeletedSegmentIsCreatedAgainOnce() {
        var former = create(UUID.randomUUID());
        shop.send(new DeleteSegment(former.segmentId(), shop.project()));
        create(former.uuid());

        assertThatThrownBy(() -> create(former.uuid()))
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.Restored().toString());
    }

    private CreateSegment create(UUID uuid) {
        var command = new CreateSegment(NODE.get(Ids.class).next(Ids.Kind.SEGMENT), uuid, shop.project(), BETA);
        shop.send(command);
        return command;
    }
}
