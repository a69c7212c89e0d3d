package dev.flagledger.query.audit;

import dev.flagledger.api.RecordedEvent;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.feature.FeatureEvent.FeatureChanged;
import dev.flagledger.api.feature.FeatureEvent.FeatureCreated;
import dev.flagledger.api.segment.SegmentEvent.SegmentCreated;
import dev.flagledger.engine.change.FlagChange;
import dev.flagledger.engine.state.Environment;
import dev.flagledger.engine.state.Feature;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.query.audit.AuditLine.ChangeType;
import dev.flagledger.query.audit.AuditLine.RelatedType;
import java.util.List;
import java.util.stream.Stream;

/** Says what an event leaves in the audit log, in the words of the wire contract. Pure. */
final class AuditLines {

    private AuditLines() {}

    /** The lines of an event that turned one state into the other, in the order in which they are numbered. */
    static List<AuditLine> of(Installation before, RecordedEvent recorded, Installation after) {
        var flags = FlagChange.of(before, recorded, after).stream().flatMap(FlagLines::of);
        return Stream.concat(own(before, recorded, after), flags).toList();
    }

    private static Stream<AuditLine> own(Installation before, RecordedEvent recorded, Installation after) {
        return switch (recorded.event()) {
            case FeatureCreated e -> {
                var feature = featureOf(after, e.projectId(), e.featureId());
                yield Stream.of(ofFeature(
                        "New Flag / Remote Config created: " + e.name(), feature, ChangeType.CREATE, List.of()));
            }
            case FeatureChanged e -> {
                var old = featureOf(before, e.featureId());
                yield Stream.of(ofFeature(
                        "Flag / Remote Config updated: " + old.name(),
                        old,
                        ChangeType.UPDATE,
                        FieldChange.between(old.details(), e.details())));
            }
            case EnvironmentCreated e -> {
                var environment = after.environment(e.environmentId()).orElseThrow();
                yield Stream.of(ofEnvironment(
                        "New Environment created: " + e.settings().name(), environment, ChangeType.CREATE, List.of()));
            }
            case EnvironmentChanged e -> {
                var old = before.environment(e.environmentId()).orElseThrow();
                yield Stream.of(ofEnvironment(
                        "Environment updated: " + e.settings().name(),
                        old,
                        ChangeType.UPDATE,
                        FieldChange.between(old.settings(), e.settings())));
            }
            case SegmentCreated e ->
                Stream.of(new AuditLine(
                        "New Segment created: " + e.name(),
                        e.projectId(),
                        null,
                        RelatedType.SEGMENT,
                        e.segmentId(),
                        e.uuid(),
                        ChangeType.CREATE,
                        List.of()));
            default -> Stream.empty();
        };
    }

    private static AuditLine ofFeature(String log, Feature feature, ChangeType type, List<FieldChange> changes) {
        return new AuditLine(
                log, feature.projectId(), null, RelatedType.FEATURE, feature.id(), feature.uuid(), type, changes);
    }

    private static AuditLine ofEnvironment(
            String log, Environment environment, ChangeType type, List<FieldChange> changes) {
        return new AuditLine(
                log,
                environment.projectId(),
                environment.id(),
                RelatedType.ENVIRONMENT,
                environment.id(),
                environment.uuid(),
                type,
                changes);
    }

    private static Feature featureOf(Installation installation, int projectId, int featureId) {
        return installation.project(projectId).orElseThrow().feature(featureId);
    }

    private static Feature featureOf(Installation installation, int featureId) {
        return installation.projectOfFeature(featureId).orElseThrow().feature(featureId);
    }
}
