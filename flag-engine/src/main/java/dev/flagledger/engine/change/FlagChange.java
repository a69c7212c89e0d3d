package dev.flagledger.engine.change;

import dev.flagledger.api.event.CodeEvent;
import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.api.event.ErasureEvent;
import dev.flagledger.api.event.ExportEvent;
import dev.flagledger.api.event.FeatureEvent;
import dev.flagledger.api.event.FeatureEvent.FeatureCreated;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.HealthEvent;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedTraitsChanged;
import dev.flagledger.api.event.MetadataEvent;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.ProjectEvent;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.event.SegmentEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.event.WebhookEvent;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The creation, change or removal of a feature state by an event, with the state before and after.
 *
 * @param feature the feature after the event, or before it if it was deleted
 * @param featureBefore the feature before the event, or after it if it is new
 * @param before null if the state is new
 * @param after null if the state was removed
 */
public record FlagChange(
        Project project,
        Environment environment,
        Feature feature,
        Feature featureBefore,
        Target target,
        @Nullable FeatureState before,
        @Nullable FeatureState after) {

    /** Returns whether the flag was deleted, with its feature. */
    public boolean deletesFlag() {
        return after == null && target instanceof Target.Everyone;
    }

    /** Returns the change without the identifier of an erased identity. */
    public FlagChange erased(Target.OfIdentity target) {
        var erased = new Target.OfIdentity(target.identityId(), Erasing.TOMBSTONE);
        return new FlagChange(project, environment, feature, featureBefore, erased, before, after);
    }

    /**
     * Returns the changes of flags by an event, found by comparing the states before and after; empty for most events.
     * States that are created or deleted together with their environment do not count.
     *
     * @param before the installation without the event
     * @param after the installation with it
     */
    public static List<FlagChange> of(Installation before, RecordedEvent recorded, Installation after) {
        return switch (recorded.event()) {
            case FeatureCreated e -> inProject(before, e.projectId(), e.featureId(), after);
            // Segments specific to the feature are deleted with it, including overrides for them.
            case FeatureDeleted e ->
                before.projectOfFeature(e.featureId())
                        .map(project -> inProject(before, project.id(), null, after))
                        .orElse(List.of());
            case FeatureEvent e ->
                before.projectOfFeature(e.featureId())
                        .map(project -> inProject(before, project.id(), e.featureId(), after))
                        .orElse(List.of());
            case FlagEvent e -> inEnvironment(before, e.environmentId(), e.featureId(), after);
            case ManagedIdentityCreated _, ManagedIdentityRenamed _, ManagedTraitsChanged _ -> List.of();
            case IdentityOverrideCreated e -> inEnvironment(before, e.environmentId(), e.featureId(), after);
            case IdentityOverrideUpdated e -> inEnvironment(before, e.environmentId(), e.featureId(), after);
            case IdentityOverrideRemoved e -> inEnvironment(before, e.environmentId(), e.featureId(), after);
            case ManagedIdentityEvent e -> inEnvironment(before, e.environmentId(), null, after);
            case SegmentCreated _ -> List.of();
            case SegmentEvent e ->
                before.projectOfSegment(e.segmentId())
                        .map(project -> inProject(before, project.id(), null, after))
                        .orElse(List.of());
            case VersionEvent _ -> List.of();
            case EnvironmentEvent _ -> List.of();
            case ProjectEvent _ -> List.of();
            case OrganisationEvent _ -> List.of();
            case MetadataEvent _ -> List.of();
            case CodeEvent _, HealthEvent _, WebhookEvent _ -> List.of();
            case UserEvent _, ErasureEvent _, ExportEvent _ -> List.of();
        };
    }

    private static List<FlagChange> inProject(
            Installation before, int projectId, @Nullable Integer featureId, Installation after) {
        var project = after.project(projectId);
        return project.map(Project::environments).stream()
                .flatMap(environments -> environments.keySet().stream())
                .flatMap(id -> inEnvironment(before, id, featureId, after).stream())
                .toList();
    }

    private static List<FlagChange> inEnvironment(
            Installation before, int environmentId, @Nullable Integer featureId, Installation after) {
        var old = before.projectOfEnvironment(environmentId);
        var now = after.projectOfEnvironment(environmentId);
        return old.isEmpty() || now.isEmpty()
                ? List.of()
                : new Comparison(old.get(), now.get(), environmentId).changes(featureId);
    }
}
