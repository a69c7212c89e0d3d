package dev.flagledger.engine.retention;

import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.FeatureEvent;
import dev.flagledger.api.event.FeatureEvent.FeatureCreated;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.MetadataEvent;
import dev.flagledger.api.event.MetadataEvent.FieldCreated;
import dev.flagledger.api.event.MetadataEvent.FieldDeleted;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.SegmentEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.event.WebhookEvent;
import dev.flagledger.api.webhook.WebhookOwner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Objects that have ended, by texts such as {@code feature:5}, and the events about them. The events that begin and end an object are
 * needed, since the fold knows ended objects from those that never existed.
 */
final class Endings {

    private Endings() {}

    /** The object that an event ends; null for none. */
    static @Nullable String of(LedgerEvent event) {
        return switch (event) {
            case ProjectDeleted e -> project(e.projectId());
            case EnvironmentDeleted e -> environment(e.environmentId());
            case FeatureDeleted e -> feature(e.featureId());
            case SegmentDeleted e -> segment(e.segmentId());
            case ManagedIdentityDeleted e -> identity(e);
            case FieldDeleted e -> field(e.fieldId());
            default -> null;
        };
    }

    /**
     * The objects with the end of any of which an event becomes needless.
     *
     * @param project the project of the event; null for none
     */
    static Stream<String> needing(LedgerEvent event, @Nullable Integer project) {
        if (begins(event) || event instanceof ProjectDeleted || event instanceof FieldDeleted) {
            return Stream.empty();
        }
        return Stream.concat(within(event), project == null ? Stream.empty() : Stream.of(project(project)));
    }

    private static boolean begins(LedgerEvent event) {
        return event instanceof ProjectCreated
                || event instanceof EnvironmentCreated
                || event instanceof EnvironmentCloned
                || event instanceof FeatureCreated
                || event instanceof SegmentCreated
                || event instanceof FieldCreated;
    }

    private static Stream<String> within(LedgerEvent event) {
        return switch (event) {
            case EnvironmentDeleted _, FeatureDeleted _, SegmentDeleted _ -> Stream.empty();
            case EnvironmentEvent e -> Stream.of(environment(e.environmentId()));
            case FeatureEvent e -> Stream.of(feature(e.featureId()));
            case SegmentOverrideUpdated e ->
                Stream.of(environment(e.environmentId()), feature(e.featureId()), segment(e.segmentId()));
            case FlagEvent e -> Stream.of(environment(e.environmentId()), feature(e.featureId()));
            case VersionEvent e -> Stream.of(environment(e.environmentId()), feature(e.featureId()));
            case SegmentEvent e -> Stream.of(segment(e.segmentId()));
            case ManagedIdentityDeleted e -> Stream.of(environment(e.environmentId()));
            // Overrides do not end with their feature, since the stream of the identity continues.
            case ManagedIdentityEvent e -> Stream.of(environment(e.environmentId()), identity(e));
            case MetadataEvent e -> Stream.of(field(e.fieldId()));
            case WebhookEvent e ->
                e.owner().kind() != WebhookOwner.Kind.ORGANISATION
                        ? Stream.of(environment(e.owner().id()))
                        : Stream.empty();
            default -> Stream.empty();
        };
    }

    private static String project(int id) {
        return "project:" + id;
    }

    private static String environment(int id) {
        return "environment:" + id;
    }

    private static String feature(int id) {
        return "feature:" + id;
    }

    private static String segment(int id) {
        return "segment:" + id;
    }

    private static String identity(ManagedIdentityEvent event) {
        return "identity:" + event.environmentId() + ":" + event.identityId();
    }

    private static String field(int id) {
        return "field:" + id;
    }
}
