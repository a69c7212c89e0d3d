package dev.flagledger.api.segment;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Scope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a segment. */
public sealed interface SegmentCommand extends LedgerCommand {

    int segmentId();

    @Override
    default String aggregateId() {
        return streamOf(segmentId());
    }

    /** The stream of one segment. */
    static String streamOf(int segmentId) {
        return "segment-" + segmentId;
    }

    record CreateSegment(
            int segmentId,
            UUID uuid,
            int projectId,
            String name,
            @Nullable String description) implements SegmentCommand {
        @Override
        public Scope scope() {
            return new Scope.OfProject(projectId);
        }
    }
}
