package dev.flagledger.engine.state.project;

import dev.flagledger.api.event.SegmentEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import java.time.Instant;

/** Folds events into the segments of a project. */
final class SegmentFold {

    private SegmentFold() {}

    static Project evolve(Project project, SegmentEvent event, Instant at) {
        if (event instanceof SegmentCreated e) {
            return created(project, new Segment(e.segmentId(), e.uuid(), e.definition(), at, at, 1));
        }
        var segment = project.segments().get(event.segmentId());
        return segment == null ? project : evolve(project, segment, event, at).touched(at);
    }

    private static Project created(Project project, Segment segment) {
        return project.isSpecificToDeletedFeature(segment)
                ? project
                : project.with(segment).touched(segment.createdAt());
    }

    private static Project evolve(Project project, Segment segment, SegmentEvent event, Instant at) {
        return switch (event) {
            case SegmentCreated _ -> throw new IllegalStateException("it is there already");
            case SegmentChanged e -> {
                var changed = segment.with(e.definition(), at);
                yield project.isSpecificToDeletedFeature(changed)
                        ? Removal.ofSegment(project, segment.id())
                        : project.with(changed);
            }
            case SegmentDeleted _ -> Removal.ofSegment(project, segment.id());
        };
    }
}
