package dev.flagledger.api.segment;

import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Scope;
import java.util.UUID;

/** Commands about a segment. */
public sealed interface SegmentCommand extends LedgerCommand {

    int segmentId();

    int projectId();

    @Override
    default String aggregateId() {
        return streamOf(segmentId());
    }

    /** Returns the stream of one segment. */
    static String streamOf(int segmentId) {
        return "segment-" + segmentId;
    }

    @Override
    default Scope scope() {
        return new Scope.OfProject(projectId());
    }

    record CreateSegment(int segmentId, UUID uuid, int projectId, SegmentDefinition definition)
            implements SegmentCommand {}

    record ChangeSegment(int segmentId, int projectId, Edit<SegmentDefinition> definition) implements SegmentCommand {}

    record DeleteSegment(int segmentId, int projectId) implements SegmentCommand {}
}
