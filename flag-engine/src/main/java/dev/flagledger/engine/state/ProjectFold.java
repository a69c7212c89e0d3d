package dev.flagledger.engine.state;

import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.EnvironmentEvent.FirstEvaluated;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyAdded;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyChanged;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyRemoved;
import dev.flagledger.api.event.EnvironmentEvent.VersioningDisabled;
import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.event.EnvironmentEvent.WebhookAdded;
import dev.flagledger.api.event.EnvironmentEvent.WebhookChanged;
import dev.flagledger.api.event.EnvironmentEvent.WebhookRemoved;
import dev.flagledger.api.event.FeatureEvent;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.FeatureCreated;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FeatureEvent.OptionAdded;
import dev.flagledger.api.event.FeatureEvent.OptionChanged;
import dev.flagledger.api.event.FeatureEvent.OptionRemoved;
import dev.flagledger.api.event.FeatureEvent.OwnersChanged;
import dev.flagledger.api.event.FeatureEvent.TypeChanged;
import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentPlaced;
import dev.flagledger.api.event.FlagEvent.SegmentsOrdered;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.event.SegmentEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.flag.Setting;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What events say of a project and what it holds. */
final class ProjectFold {

    private ProjectFold() {}

    static Project evolve(Project project, EnvironmentEvent event, Instant at) {
        return switch (event) {
            case EnvironmentCreated e -> project.with(known(project, Environment.of(e, at)));
            case EnvironmentCloned e -> {
                var copy = known(project, Environment.of(e, at));
                var source = project.environments().get(e.sourceId());
                yield project.with(source == null ? copy : copy.after(source));
            }
            case EnvironmentDeleted e -> project.withoutEnvironment(e.environmentId());
            case EnvironmentChanged _,
                    WebhookAdded _,
                    WebhookChanged _,
                    WebhookRemoved _,
                    ServerKeyAdded _,
                    ServerKeyChanged _,
                    ServerKeyRemoved _,
                    VersioningEnabled _,
                    VersioningDisabled _,
                    FirstEvaluated _ ->
                project.changed(event.environmentId(), environment -> EnvironmentFold.evolve(environment, event, at));
        };
    }

    static Project evolve(Project project, FeatureEvent event, Instant at) {
        if (event instanceof FeatureCreated e) {
            return created(project, e, at);
        }
        var feature = project.features().get(event.featureId());
        return feature == null ? project : evolve(project, feature, event, at);
    }

    private static Project created(Project before, FeatureCreated e, Instant at) {
        var project = before.with(Feature.of(e, at).amongst(before.tags().keySet()));
        for (var seed : e.states()) {
            project = project.changed(seed.environmentId(), environment -> environment.seeded(seed, at));
        }
        return project;
    }

    private static Project evolve(Project project, Feature feature, FeatureEvent event, Instant at) {
        int id = feature.id();
        return switch (event) {
            case FeatureCreated _ -> throw new IllegalStateException("it is there already");
            case FeatureChanged e ->
                project.with(feature.with(e.details()).amongst(project.tags().keySet()))
                        .touched(at);
            case TypeChanged e -> project.with(feature.with(e.type())).touched(at);
            case OwnersChanged e -> project.with(feature.ownedBy(e.owners()));
            case OptionAdded e -> shared(project.with(feature.with(e.option())), e, at);
            case OptionChanged e -> project.with(feature.with(e.option())).touched(at);
            case OptionRemoved e ->
                project.with(feature.withoutOption(e.optionId()))
                        .changedEverywhere(
                                environment -> environment.changed(id, flag -> flag.withoutOption(e.optionId()), at));
            case FeatureDeleted _ -> project.withoutFeature(id).touched(at);
        };
    }

    private static Project shared(Project before, OptionAdded e, Instant at) {
        var project = before;
        for (var share : e.shares().entrySet()) {
            project = project.changed(
                    share.getKey(),
                    environment -> environment.changed(e.featureId(), flag -> flag.withShare(share.getValue()), at));
        }
        return project;
    }

    static Project evolve(Project project, FlagEvent event, Instant at) {
        var options = options(project, event.featureId());
        UnaryOperator<Setting> known = setting -> setting.amongst(options);
        return speaksOfWhatIsGone(project, event)
                ? project
                : project.changed(
                        event.environmentId(),
                        environment ->
                                environment.changed(event.featureId(), flag -> flag.evolve(event, known, at), at));
    }

    static Project evolve(Project project, VersionEvent event, RecordedEvent recorded) {
        var by = recorded.actor().userId();
        return project.changed(event.environmentId(), environment -> environment.evolve(event, by, recorded.at()));
    }

    private static boolean speaksOfWhatIsGone(Project project, FlagEvent event) {
        var segments = project.segments();
        return switch (event) {
            case SegmentPlaced e -> !segments.containsKey(e.segmentId());
            case SegmentOverrideCreated e -> !segments.containsKey(e.segmentId());
            case SegmentOverrideUpdated e -> !segments.containsKey(e.segmentId());
            case SegmentOverrideRemoved e -> !segments.containsKey(e.segmentId());
            case FeatureStateUpdated _, SegmentsOrdered _ -> false;
        };
    }

    static Project evolve(Project project, SegmentEvent event, Instant at) {
        if (event instanceof SegmentCreated e) {
            return created(project, new Segment(e.segmentId(), e.uuid(), e.definition(), at, at));
        }
        var segment = project.segments().get(event.segmentId());
        return segment == null ? project : evolve(project, segment, event, at).touched(at);
    }

    private static Project created(Project project, Segment segment) {
        return project.isForWhatIsGone(segment)
                ? project
                : project.with(segment).touched(segment.createdAt());
    }

    private static Project evolve(Project project, Segment segment, SegmentEvent event, Instant at) {
        return switch (event) {
            case SegmentCreated _ -> throw new IllegalStateException("it is there already");
            case SegmentChanged e -> {
                var changed = segment.with(e.definition(), at);
                yield project.isForWhatIsGone(changed) ? project.withoutSegment(segment.id()) : project.with(changed);
            }
            case SegmentDeleted _ -> project.withoutSegment(segment.id());
        };
    }

    static Project evolve(Project project, ManagedIdentityEvent event, Instant at) {
        return switch (event) {
            // An identity without overrides is not part of a project's state: there may be millions.
            case ManagedIdentityCreated _ -> project;
            case ManagedIdentityRenamed _,
                    IdentityOverrideCreated _,
                    IdentityOverrideUpdated _,
                    IdentityOverrideRemoved _,
                    ManagedIdentityDeleted _ ->
                project.changed(event.environmentId(), environment -> evolve(project, environment, event, at));
        };
    }

    private static Environment evolve(
            Project project, Environment environment, ManagedIdentityEvent event, Instant at) {
        int identity = event.identityId();
        return switch (event) {
            case ManagedIdentityCreated _ -> environment;
            case ManagedIdentityRenamed e -> environment.changed(flag -> flag.renamed(identity, e.identifier()), at);
            case IdentityOverrideCreated e -> {
                var options = options(project, e.featureId());
                yield environment.changed(e.featureId(), flag -> flag.overridden(e, options, at), at);
            }
            case IdentityOverrideUpdated e -> {
                var options = options(project, e.featureId());
                yield environment.changed(e.featureId(), flag -> flag.overridden(e, options, at), at);
            }
            case IdentityOverrideRemoved e ->
                environment.changed(e.featureId(), flag -> flag.withoutIdentity(identity), at);
            case ManagedIdentityDeleted _ -> environment.changed(flag -> flag.withoutIdentity(identity), at);
        };
    }

    /** A seed that was drawn up while something was deleted may still speak of it. */
    private static Environment known(Project project, Environment seeded) {
        var environment = seeded;
        for (var flag : seeded.flags().values()) {
            int featureId = flag.seed().featureId();
            environment = project.features().containsKey(featureId)
                    ? environment.with(flag.amongst(project.segments().keySet(), options(project, featureId)))
                    : environment.withoutFlag(featureId);
        }
        return environment;
    }

    private static Set<Integer> options(Project project, int featureId) {
        var feature = project.features().get(featureId);
        return feature == null ? Set.of() : feature.options().keySet();
    }
}
