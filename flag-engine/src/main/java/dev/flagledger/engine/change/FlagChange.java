package dev.flagledger.engine.change;

import dev.flagledger.api.RecordedEvent;
import dev.flagledger.api.environment.EnvironmentEvent;
import dev.flagledger.api.feature.FeatureEvent;
import dev.flagledger.api.feature.FeatureEvent.FeatureChanged;
import dev.flagledger.api.feature.FeatureEvent.FeatureCreated;
import dev.flagledger.api.flag.FlagEvent;
import dev.flagledger.api.flag.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.flag.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.flag.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.identity.IdentityEvent;
import dev.flagledger.api.identity.IdentityEvent.IdentityCreated;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.organisation.OrganisationEvent;
import dev.flagledger.api.project.ProjectEvent;
import dev.flagledger.api.segment.SegmentEvent;
import dev.flagledger.api.user.UserEvent;
import dev.flagledger.engine.state.Environment;
import dev.flagledger.engine.state.Feature;
import dev.flagledger.engine.state.FeatureState;
import dev.flagledger.engine.state.Flag;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.Project;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature state that an event brought about or changed, as it was before and as it is after.
 *
 * @param before null when the state is new
 */
public record FlagChange(
        Project project,
        Environment environment,
        Feature feature,
        Target target,
        @Nullable FeatureState before,
        FeatureState after) {

    /**
     * What the event changed about flags; empty for most events. The states that a new environment starts with are part
     * of the environment's appearance, not changes.
     *
     * @param before the installation without the event
     * @param after the installation with it
     */
    public static List<FlagChange> of(Installation before, RecordedEvent recorded, Installation after) {
        return switch (recorded.event()) {
            case FeatureEvent e -> changed(e, after);
            case FlagEvent e -> List.of(changed(before, e, after));
            case IdentityEvent e -> changed(before, e, after);
            case UserEvent _, OrganisationEvent _, ProjectEvent _, EnvironmentEvent _, SegmentEvent _ -> List.of();
            default ->
                throw new IllegalStateException(
                        "no changes for " + recorded.event().getClass());
        };
    }

    private static List<FlagChange> changed(FeatureEvent event, Installation after) {
        return switch (event) {
            case FeatureCreated e -> {
                var project = after.project(e.projectId()).orElseThrow();
                yield e.states().stream()
                        .map(seed -> started(project, seed.environmentId(), e.featureId()))
                        .toList();
            }
            case FeatureChanged _ -> List.of();
        };
    }

    private static FlagChange started(Project project, int environmentId, int featureId) {
        var environment = project.environment(environmentId);
        var state = environment.flag(featureId).standard();
        return new FlagChange(project, environment, project.feature(featureId), new Target.Everyone(), null, state);
    }

    private static FlagChange changed(Installation before, FlagEvent event, Installation after) {
        var project = after.projectOfEnvironment(event.environmentId()).orElseThrow();
        var old = flag(before, event.environmentId(), event.featureId());
        var now = flag(after, event.environmentId(), event.featureId());
        return switch (event) {
            case FeatureStateUpdated e ->
                change(
                        project,
                        e.environmentId(),
                        e.featureId(),
                        new Target.Everyone(),
                        old.standard(),
                        now.standard());
            case SegmentOverrideCreated e -> ofSegment(project, e, e.segmentId(), old, now);
            case SegmentOverrideUpdated e -> ofSegment(project, e, e.segmentId(), old, now);
        };
    }

    private static FlagChange ofSegment(Project project, FlagEvent event, int segmentId, Flag old, Flag now) {
        var override = now.segment(segmentId);
        var earlier = old.segments().get(segmentId);
        var target = new Target.OfSegment(project.segment(segmentId), override.priority());
        return change(
                project,
                event.environmentId(),
                event.featureId(),
                target,
                earlier == null ? null : earlier.state(),
                override.state());
    }

    private static List<FlagChange> changed(Installation before, IdentityEvent event, Installation after) {
        return switch (event) {
            case IdentityCreated _ -> List.of();
            case IdentityOverrideCreated e -> List.of(ofIdentity(before, e, e.featureId(), after));
            case IdentityOverrideUpdated e -> List.of(ofIdentity(before, e, e.featureId(), after));
        };
    }

    private static FlagChange ofIdentity(Installation before, IdentityEvent event, int featureId, Installation after) {
        var project = after.projectOfEnvironment(event.environmentId()).orElseThrow();
        var earlier =
                flag(before, event.environmentId(), featureId).identities().get(event.identityId());
        var override = flag(after, event.environmentId(), featureId).identity(event.identityId());
        return change(
                project,
                event.environmentId(),
                featureId,
                new Target.OfIdentity(override.identityId(), override.identifier()),
                earlier == null ? null : earlier.state(),
                override.state());
    }

    private static FlagChange change(
            Project project,
            int environmentId,
            int featureId,
            Target target,
            @Nullable FeatureState before,
            FeatureState after) {
        return new FlagChange(
                project, project.environment(environmentId), project.feature(featureId), target, before, after);
    }

    private static Flag flag(Installation installation, int environmentId, int featureId) {
        return installation.environment(environmentId).orElseThrow().flag(featureId);
    }
}
