package dev.flagledger.command.segment;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Full.Limit;
import dev.flagledger.api.segment.SegmentCommand.CreateSegment;
import dev.flagledger.command.project.ProjectLock;
import dev.flagledger.engine.state.project.Limits;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Creates segments within the limit of their project. */
@Component
class SegmentCreation {

    private final Repository<Segment> segments;
    private final ProjectLock lock;

    SegmentCreation(Repository<Segment> segments, ProjectLock lock) {
        this.segments = segments;
        this.lock = lock;
    }

    /** A deleted segment that is created again has its former UUID, and may have returned since the command was planned. */
    @CommandHandler
    void handle(CreateSegment command) throws Exception {
        var existing = lock.acquire(command.projectId()).segments();
        if (existing.size() >= Limits.SEGMENTS) {
            throw new Rejected(new Rejection.Full(Limit.SEGMENTS));
        }
        if (existing.values().stream().anyMatch(segment -> segment.uuid().equals(command.uuid()))) {
            throw new Rejected(new Rejection.Restored());
        }
        segments.newInstance(() -> Segment.create(command));
    }
}
