package dev.flagledger.engine.state.project;

import dev.flagledger.api.event.CodeEvent.CodeScanned;
import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.EnvironmentEvent.FeaturesExported;
import dev.flagledger.api.event.EnvironmentEvent.FirstEvaluated;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyAdded;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyChanged;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyFirstUsed;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyRemoved;
import dev.flagledger.api.event.EnvironmentEvent.TraitDeleted;
import dev.flagledger.api.event.EnvironmentEvent.VersioningDisabled;
import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.event.ErasureEvent;
import dev.flagledger.api.event.ExportEvent;
import dev.flagledger.api.event.FeatureEvent;
import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentPlaced;
import dev.flagledger.api.event.FlagEvent.SegmentsOrdered;
import dev.flagledger.api.event.GrantEvent;
import dev.flagledger.api.event.HealthEvent;
import dev.flagledger.api.event.HealthEvent.HealthChanged;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.MetadataEvent;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.ProjectEvent;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.ProjectEvent.TagChanged;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.ProjectEvent.TagDeleted;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.event.SegmentEvent;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.event.WebhookEvent;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.engine.state.flag.Settings;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Folds events into a project; those of features, segments and identities in folds of their own. */
final class ProjectFold {

    private ProjectFold() {}

    static Project evolve(Project project, RecordedEvent recorded) {
        var at = recorded.at();
        return switch (recorded.event()) {
            case ProjectEvent e -> evolve(project, e, at);
            case EnvironmentEvent e -> evolve(project, e, at);
            case FeatureEvent e -> FeatureFold.evolve(project, e, at);
            case SegmentEvent e -> SegmentFold.evolve(project, e, at);
            case FlagEvent e -> evolve(project, e, at);
            case VersionEvent e -> evolve(project, e, recorded);
            case ManagedIdentityEvent e -> ManagedIdentityFold.evolve(project, e, at);
            case CodeScanned e ->
                project.reported(
                        reports -> reports.with(e.scan(), project.features().keySet(), at));
            case HealthEvent e -> evolve(project, e, recorded);
            case WebhookEvent e -> project.changed(e.owner().id(), environment -> environment.evolve(e, at));
            case GrantEvent e -> evolve(project, e);
            case UserEvent _, ErasureEvent _, ExportEvent _, OrganisationEvent _, MetadataEvent _ ->
                throw new IllegalArgumentException("no event of a project: " + recorded.event());
        };
    }

    private static Project evolve(Project project, ProjectEvent event, Instant at) {
        return switch (event) {
            case ProjectCreated e -> Project.of(e);
            case ProjectChanged e -> project.with(e.settings(), at);
            case TagCreated e -> project.with(e.tag());
            case TagChanged e -> project.with(e.tag());
            case TagDeleted e -> Removal.ofTag(project, e.tagId());
            case ProjectDeleted _ -> throw new IllegalStateException("the installation removes a deleted project");
        };
    }

    private static Project evolve(Project project, EnvironmentEvent event, Instant at) {
        return switch (event) {
            case EnvironmentCreated e -> project.with(known(project, Environment.of(e, at)));
            case EnvironmentCloned e -> {
                var copy = known(project, Environment.of(e, at));
                var source = project.environments().get(e.sourceId());
                yield project.with(source == null ? copy : copy.after(source));
            }
            case EnvironmentDeleted e -> Removal.ofEnvironment(project, e.environmentId());
            case ServerKeyFirstUsed _, TraitDeleted _, FeaturesExported _ -> project;
            case EnvironmentChanged _,
                    ServerKeyAdded _,
                    ServerKeyChanged _,
                    ServerKeyRemoved _,
                    VersioningEnabled _,
                    VersioningDisabled _,
                    FirstEvaluated _ ->
                project.changed(event.environmentId(), environment -> EnvironmentFold.evolve(environment, event, at));
        };
    }

    private static Project evolve(Project project, FlagEvent event, Instant at) {
        var options = project.optionsOf(event.featureId());
        UnaryOperator<Setting> known = setting -> Settings.retaining(options, setting);
        return refersToDeleted(project, event)
                ? project
                : project.changed(
                        event.environmentId(),
                        environment ->
                                environment.changed(event.featureId(), flag -> flag.evolve(event, known, at), at));
    }

    private static Project evolve(Project project, VersionEvent event, RecordedEvent recorded) {
        var by = recorded.actor().userId();
        return project.changed(event.environmentId(), environment -> environment.evolve(event, by, recorded.at()));
    }

    /** An event that was recorded concurrently with the deletion of its environment has no effect. */
    private static Project evolve(Project project, GrantEvent event) {
        return event.place().kind() == GrantPlace.Kind.ENVIRONMENT
                        && !project.environments().containsKey(event.place().id())
                ? project
                : project.granted(grants -> grants.evolve(event));
    }

    private static Project evolve(Project project, HealthEvent event, RecordedEvent recorded) {
        var by = recorded.actor().userId();
        return refersToDeleted(project, event)
                ? project
                : project.reported(reports -> reports.with(event, by, recorded.at()));
    }

    private static boolean refersToDeleted(Project project, HealthEvent event) {
        if (!(event instanceof HealthChanged changed)) {
            return false;
        }
        var environment = changed.report().environmentId();
        return !project.features().containsKey(changed.report().featureId())
                || (environment != null && !project.environments().containsKey(environment));
    }

    private static boolean refersToDeleted(Project project, FlagEvent event) {
        var segments = project.segments();
        return switch (event) {
            case SegmentPlaced e -> !segments.containsKey(e.segmentId());
            case SegmentOverrideCreated e -> !segments.containsKey(e.segmentId());
            case SegmentOverrideUpdated e -> !segments.containsKey(e.segmentId());
            case SegmentOverrideRemoved e -> !segments.containsKey(e.segmentId());
            case FeatureStateUpdated _, SegmentsOrdered _ -> false;
        };
    }

    /** Removes objects from the initial states that were deleted concurrently. */
    private static Environment known(Project project, Environment seeded) {
        var environment = seeded;
        for (var flag : seeded.flags().values()) {
            int featureId = flag.featureId();
            environment = project.features().containsKey(featureId)
                    ? environment.with(flag.retaining(project.segments().keySet(), project.optionsOf(featureId)))
                    : environment.withoutFlag(featureId);
        }
        return environment;
    }
}
