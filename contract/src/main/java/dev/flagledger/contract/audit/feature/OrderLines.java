package dev.flagledger.contract.audit.feature;

import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentPlaced;
import dev.flagledger.api.event.FlagEvent.SegmentsOrdered;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.ChangeType;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.contract.audit.line.AuditLine.RelatedObject;
import dev.flagledger.contract.view.audit.AuditTexts;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.project.Segment;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lines of the order of a flag's segments. The contract has no text for a segment with a priority but without a state, which
 * affects no evaluation; it has a line here so that every order can be explained.
 */
public final class OrderLines {

    private OrderLines() {}

    public static Stream<AuditLine> of(Installation before, FlagEvent event) {
        return before.projectOfEnvironment(event.environmentId()).stream()
                .flatMap(project -> Stream.ofNullable(project.environment(event.environmentId())
                                .flags()
                                .get(event.featureId()))
                        .flatMap(flag -> of(project, flag, event)));
    }

    private static Stream<AuditLine> of(Project project, Flag before, FlagEvent event) {
        var feature = project.feature(event.featureId()).name();
        return switch (event) {
            case SegmentsOrdered _ -> Stream.of(line(project, event, AuditTexts.segmentsReordered(feature)));
            case SegmentPlaced e ->
                segment(project, e.segmentId())
                        .map(segment -> AuditTexts.segmentPlaced(segment.name(), feature))
                        .map(text -> line(project, event, text));
            case SegmentOverrideRemoved e ->
                segment(project, e.segmentId())
                        .filter(segment -> onlyHasAPlace(before, segment))
                        .map(segment -> AuditTexts.segmentRemoved(segment.name(), feature))
                        .map(text -> line(project, event, text));
            case FeatureStateUpdated _, SegmentOverrideCreated _, SegmentOverrideUpdated _ -> Stream.empty();
        };
    }

    private static boolean onlyHasAPlace(Flag flag, Segment segment) {
        var override = flag.segments().get(segment.id());
        return override != null && override.state() == null;
    }

    private static Stream<Segment> segment(Project project, int id) {
        return Stream.ofNullable(project.segments().get(id));
    }

    private static AuditLine line(Project project, FlagEvent event, String log) {
        var place = Place.of(project, event.environmentId());
        var related = RelatedObject.of(project.feature(event.featureId()));
        return new AuditLine(log, place, related, ChangeType.UNKNOWN, List.of());
    }
}
