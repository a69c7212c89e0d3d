package dev.flagledger.engine.change;

import dev.flagledger.api.event.CodeEvent;
import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.api.event.ErasureEvent;
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
import dev.flagledger.api.event.MetadataEvent;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.ProjectEvent;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.event.SegmentEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature state that an event brought about, changed or took away, as it was before and as it is after.
 *
 * @param feature as it is after; as it was, if it is gone
 * @param featureBefore as it was before; as it is, if it is new
 * @param before null when the state is new
 * @param after null when the state is gone
 */
public record FlagChange(
        Project project,
        Environment environment,
        Feature feature,
        Feature featureBefore,
        Target target,
        @Nullable FeatureState before,
        @Nullable FeatureState after) {

    /** The same change as it is told when the identity that it is for has been erased. */
    public FlagChange erased(Target.OfIdentity target) {
        var nobody = new Target.OfIdentity(target.identityId(), Erasing.TOMBSTONE);
        return new FlagChange(project, environment, feature, featureBefore, nobody, before, after);
    }

    /**
     * What the event changed about flags, found by comparing what it left with what it met; empty for most events. The
     * states that appear or vanish together with their environment are part of its life, not changes.
     *
     * @param before the installation without the event
     * @param after the installation with it
     */
    public static List<FlagChange> of(Installation before, RecordedEvent recorded, Installation after) {
        return switch (recorded.event()) {
            case FeatureCreated e -> inProject(before, e.projectId(), e.featureId(), after);
            // Segments that were for it alone go with it, wherever else they may have been overridden.
            case FeatureDeleted e ->
                before.projectOfFeature(e.featureId())
                        .map(project -> inProject(before, project.id(), null, after))
                        .orElse(List.of());
            case FeatureEvent e ->
                before.projectOfFeature(e.featureId())
                        .map(project -> inProject(before, project.id(), e.featureId(), after))
                        .orElse(List.of());
            case FlagEvent e -> inEnvironment(before, e.environmentId(), e.featureId(), after);
            case ManagedIdentityCreated _, ManagedIdentityRenamed _ -> List.of();
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
            case CodeEvent _, HealthEvent _ -> List.of();
            case UserEvent _, ErasureEvent _ -> List.of();
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
