package dev.flagledger.contract.audit.feature;

import dev.flagledger.api.event.SegmentEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.contract.audit.line.AuditLine.RelatedObject;
import dev.flagledger.contract.audit.line.ObjectLines;
import dev.flagledger.contract.view.audit.AuditedKind;
import dev.flagledger.contract.view.audit.field.SegmentFields;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.project.Segment;
import java.util.stream.Stream;

/** The lines of segments. */
public final class SegmentLines {

    private SegmentLines() {}

    public static Stream<AuditLine> of(Installation before, SegmentEvent event, Installation after) {
        int id = event.segmentId();
        return (event instanceof SegmentCreated ? after : before)
                .projectOfSegment(id).stream().flatMap(project -> of(project, project.segment(id), event, after));
    }

    private static Stream<AuditLine> of(Project project, Segment known, SegmentEvent event, Installation after) {
        var place = Place.of(project);
        return switch (event) {
            case SegmentCreated _ ->
                Stream.of(ObjectLines.created(AuditedKind.SEGMENT, known.name(), place, RelatedObject.of(known)));
            case SegmentChanged e -> {
                var changes = SegmentFields.changes(known, e.definition());
                var name = e.definition().name();
                yield Stream.concat(
                        Stream.of(ObjectLines.updated(
                                AuditedKind.SEGMENT, name, place, RelatedObject.of(known), changes)),
                        deleted(project, after));
            }
            case SegmentDeleted _ -> deleted(project, after);
        };
    }

    /** The lines of the segments that no longer exist. */
    static Stream<AuditLine> deleted(Project before, Installation after) {
        return after.project(before.id()).stream()
                .flatMap(now -> before.segments().values().stream()
                        .filter(segment -> !now.segments().containsKey(segment.id())))
                .map(segment -> ObjectLines.deleted(
                        AuditedKind.SEGMENT, segment.name(), Place.of(before), RelatedObject.of(segment)));
    }
}
