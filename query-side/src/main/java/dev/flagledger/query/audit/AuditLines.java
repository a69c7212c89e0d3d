package dev.flagledger.query.audit;

import dev.flagledger.api.RecordedEvent;
import dev.flagledger.api.environment.EnvironmentEvent;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookAdded;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookChanged;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookRemoved;
import dev.flagledger.api.feature.FeatureEvent;
import dev.flagledger.api.feature.FeatureEvent.FeatureChanged;
import dev.flagledger.api.feature.FeatureEvent.FeatureCreated;
import dev.flagledger.api.flag.FlagEvent;
import dev.flagledger.api.identity.IdentityEvent;
import dev.flagledger.api.organisation.OrganisationEvent;
import dev.flagledger.api.project.ProjectEvent;
import dev.flagledger.api.segment.SegmentEvent;
import dev.flagledger.api.segment.SegmentEvent.SegmentCreated;
import dev.flagledger.api.user.UserEvent;
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
            case FeatureEvent e -> of(before, e, after);
            case EnvironmentEvent e -> of(before, e, after);
            case SegmentEvent e -> of(e);
            case UserEvent _, OrganisationEvent _, ProjectEvent _, FlagEvent _, IdentityEvent _ -> Stream.empty();
            default ->
                throw new IllegalStateException(
                        "no lines for " + recorded.event().getClass());
        };
    }

    private static Stream<AuditLine> of(Installation before, FeatureEvent event, Installation after) {
        return switch (event) {
            case FeatureCreated e ->
                Stream.of(ofFeature(created(e.name()), feature(after, e), ChangeType.CREATE, List.of()));
            case FeatureChanged e -> {
                var old = feature(before, e);
                yield Stream.of(ofFeature(
                        "Flag / Remote Config updated: " + old.name(),
                        old,
                        ChangeType.UPDATE,
                        FieldChange.between(old.details(), e.details())));
            }
            default -> Stream.empty();
        };
    }

    /** How the appearance of a feature is told, both its own and that of its state in an environment. */
    static String created(String feature) {
        return "New Flag / Remote Config created: " + feature;
    }

    private static Stream<AuditLine> of(Installation before, EnvironmentEvent event, Installation after) {
        return switch (event) {
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
            case WebhookAdded _, WebhookChanged _, WebhookRemoved _ -> Stream.empty();
            default -> Stream.empty();
        };
    }

    private static Stream<AuditLine> of(SegmentEvent event) {
        return switch (event) {
            case SegmentCreated e ->
                Stream.of(new AuditLine(
                        "New Segment created: " + e.definition().name(),
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

    private static Feature feature(Installation installation, FeatureEvent event) {
        return installation.projectOfFeature(event.featureId()).orElseThrow().feature(event.featureId());
    }
}
