package dev.flagledger.query.audit.feature;

import dev.flagledger.api.event.SegmentEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.project.Segment;
import dev.flagledger.query.audit.line.AuditLine;
import dev.flagledger.query.audit.line.AuditLine.Place;
import dev.flagledger.query.audit.line.AuditLine.RelatedObject;
import dev.flagledger.query.audit.line.AuditedKind;
import dev.flagledger.query.audit.line.FieldChange;
import java.util.List;
import java.util.stream.Stream;

/** Says what the life of a segment leaves in the audit log. */
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
                Stream.of(AuditedKind.SEGMENT.created(known.name(), place, RelatedObject.of(known)));
            case SegmentChanged e -> {
                var changes = changes(known.definition(), e.definition());
                var name = e.definition().name();
                yield Stream.concat(
                        Stream.of(AuditedKind.SEGMENT.updated(name, place, RelatedObject.of(known), changes)),
                        gone(project, after));
            }
            case SegmentDeleted _ -> gone(project, after);
        };
    }

    /** A line for each segment that the project no longer has. */
    static Stream<AuditLine> gone(Project before, Installation after) {
        return after.project(before.id()).stream()
                .flatMap(now -> before.segments().values().stream()
                        .filter(segment -> !now.segments().containsKey(segment.id())))
                .map(segment ->
                        AuditedKind.SEGMENT.deleted(segment.name(), Place.of(before), RelatedObject.of(segment)));
    }

    private static List<FieldChange> changes(SegmentDefinition old, SegmentDefinition now) {
        return FieldChange.differing(
                new FieldChange("name", old.name(), now.name()),
                new FieldChange("description", old.description(), now.description()),
                new FieldChange("feature", old.featureId(), now.featureId()),
                new FieldChange("rules_data", old.rules(), now.rules()),
                FieldChange.ofMetadata(old.metadata(), now.metadata()));
    }
}
