package dev.flagledger.engine.state;

import dev.flagledger.api.environment.EnvironmentEvent;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.feature.FeatureEvent;
import dev.flagledger.api.feature.FeatureEvent.FeatureChanged;
import dev.flagledger.api.feature.FeatureEvent.FeatureCreated;
import dev.flagledger.api.feature.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.feature.FeatureEvent.OptionAdded;
import dev.flagledger.api.feature.FeatureEvent.OptionChanged;
import dev.flagledger.api.feature.FeatureEvent.OptionRemoved;
import dev.flagledger.api.feature.FeatureEvent.OwnersChanged;
import dev.flagledger.api.flag.FlagEvent;
import dev.flagledger.api.flag.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.flag.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.flag.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.flag.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.flag.FlagEvent.SegmentPlaced;
import dev.flagledger.api.flag.FlagEvent.SegmentsOrdered;
import dev.flagledger.api.identity.IdentityEvent;
import dev.flagledger.api.identity.IdentityEvent.IdentityCreated;
import dev.flagledger.api.identity.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.identity.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.identity.IdentityEvent.TraitsChanged;
import dev.flagledger.api.project.ProjectEvent.ProjectCreated;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.api.project.Tag;
import dev.flagledger.api.segment.SegmentEvent;
import dev.flagledger.api.segment.SegmentEvent.SegmentChanged;
import dev.flagledger.api.segment.SegmentEvent.SegmentCreated;
import dev.flagledger.api.segment.SegmentEvent.SegmentDeleted;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * A project with all that it holds, each by id. What has been deleted is no longer here; an event that speaks of it all
 * the same, because it was recorded at that very moment, changes nothing.
 */
public record Project(
        int id,
        UUID uuid,
        int organisationId,
        ProjectSettings settings,
        PSortedMap<Integer, Environment> environments,
        PSortedMap<Integer, Feature> features,
        PSortedMap<Integer, Segment> segments,
        PSortedMap<Integer, Tag> tags) {

    static Project of(ProjectCreated e) {
        return new Project(
                e.projectId(),
                e.uuid(),
                e.organisationId(),
                e.settings(),
                TreePMap.empty(),
                TreePMap.empty(),
                TreePMap.empty(),
                TreePMap.empty());
    }

    /** The environment; fails if the project has none with this id. */
    public Environment environment(int environmentId) {
        return Known.in(environments, environmentId, "environment");
    }

    /** The feature; fails if the project has none with this id. */
    public Feature feature(int featureId) {
        return Known.in(features, featureId, "feature");
    }

    /** The segment; fails if the project has none with this id. */
    public Segment segment(int segmentId) {
        return Known.in(segments, segmentId, "segment");
    }

    /** Whether applications of this environment are not told of flags that are off. */
    public boolean hidesDisabledFlags(Environment environment) {
        var own = environment.settings().hideDisabledFlags();
        return own == null ? settings.hideDisabledFlags() : own;
    }

    Project with(ProjectSettings changed, Instant at) {
        return new Project(id, uuid, organisationId, changed, environments, features, segments, tags).touched(at);
    }

    Project with(Tag tag) {
        return withTags(tags.plus(tag.id(), tag));
    }

    Project withoutTag(int tagId) {
        var project = withTags(tags.minus(tagId));
        for (var feature : features.values()) {
            project = project.withFeature(feature.amongst(project.tags.keySet()));
        }
        return project;
    }

    Project evolve(EnvironmentEvent event, Instant at) {
        return switch (event) {
            case EnvironmentCreated e -> withEnvironment(known(Environment.of(e, at)));
            case EnvironmentCloned e -> withEnvironment(known(Environment.of(e, at)));
            case EnvironmentDeleted e -> withEnvironments(environments.minus(e.environmentId()));
            default -> changed(event.environmentId(), environment -> environment.evolve(event, at));
        };
    }

    Project evolve(FeatureEvent event, Instant at) {
        return switch (event) {
            case FeatureCreated e -> {
                var project = withFeature(Feature.of(e, at));
                for (var seed : e.states()) {
                    project = project.changed(seed.environmentId(), environment -> environment.seeded(seed, at));
                }
                yield project;
            }
            case FeatureChanged e ->
                changedFeature(
                                e.featureId(),
                                feature -> feature.with(e.details()).amongst(tags.keySet()))
                        .touched(at);
            case OwnersChanged e -> changedFeature(e.featureId(), feature -> feature.ownedBy(e.owners()));
            case OptionAdded e -> {
                var project = changedFeature(e.featureId(), feature -> feature.with(e.option()));
                for (var share : e.shares().entrySet()) {
                    project = project.changed(
                            share.getKey(),
                            environment ->
                                    environment.changed(e.featureId(), flag -> flag.withShare(share.getValue()), at));
                }
                yield project;
            }
            case OptionChanged e ->
                changedFeature(e.featureId(), feature -> feature.with(e.option()))
                        .touched(at);
            case OptionRemoved e ->
                changedFeature(e.featureId(), feature -> feature.withoutOption(e.optionId()))
                        .changedEverywhere(environment ->
                                environment.changed(e.featureId(), flag -> flag.withoutOption(e.optionId()), at));
            case FeatureDeleted e -> withoutFeature(e.featureId(), at);
        };
    }

    Project evolve(FlagEvent event, Instant at) {
        return speaksOfWhatIsGone(event)
                ? this
                : changed(
                        event.environmentId(),
                        environment -> environment.changed(
                                event.featureId(), flag -> flag.evolve(event, options(event.featureId()), at), at));
    }

    /** A seed that was drawn up while something was deleted may still speak of it. */
    private Environment known(Environment seeded) {
        var environment = seeded;
        for (var flag : seeded.flags().values()) {
            int featureId = flag.seed().featureId();
            environment = features.containsKey(featureId)
                    ? environment.with(flag.amongst(segments.keySet(), options(featureId)))
                    : environment.without(featureId);
        }
        return environment;
    }

    private Set<Integer> options(int featureId) {
        var feature = features.get(featureId);
        return feature == null ? Set.of() : feature.options().keySet();
    }

    private boolean speaksOfWhatIsGone(FlagEvent event) {
        return switch (event) {
            case SegmentPlaced e -> !segments.containsKey(e.segmentId());
            case SegmentOverrideCreated e -> !segments.containsKey(e.segmentId());
            case SegmentOverrideUpdated e -> !segments.containsKey(e.segmentId());
            case SegmentOverrideRemoved e -> !segments.containsKey(e.segmentId());
            case FeatureStateUpdated _, SegmentsOrdered _ -> false;
        };
    }

    Project evolve(SegmentEvent event, Instant at) {
        return switch (event) {
            case SegmentCreated e ->
                withSegment(new Segment(e.segmentId(), e.uuid(), e.definition(), at, at))
                        .touched(at);
            case SegmentChanged e -> {
                var segment = segments.get(e.segmentId());
                yield segment == null
                        ? this
                        : withSegment(segment.with(e.definition(), at)).touched(at);
            }
            case SegmentDeleted e -> withoutSegment(e.segmentId(), at).touched(at);
        };
    }

    Project evolve(IdentityEvent event, Instant at) {
        int identity = event.identityId();
        return switch (event) {
            // An identity without overrides is not part of a project's state: there may be millions.
            case IdentityCreated _ -> this;
            case TraitsChanged _ -> this;
            case IdentityRenamed e ->
                changed(e.environmentId(), in -> in.changed(flag -> flag.renamed(identity, e.identifier()), at));
            case IdentityOverrideCreated e ->
                changed(
                        e.environmentId(),
                        in -> in.changed(e.featureId(), flag -> flag.overridden(e, options(e.featureId()), at), at));
            case IdentityOverrideUpdated e ->
                changed(
                        e.environmentId(),
                        in -> in.changed(e.featureId(), flag -> flag.overridden(e, options(e.featureId()), at), at));
            case IdentityOverrideRemoved e ->
                changed(e.environmentId(), in -> in.changed(e.featureId(), flag -> flag.withoutIdentity(identity), at));
            case IdentityDeleted e ->
                changed(e.environmentId(), in -> in.changed(flag -> flag.withoutIdentity(identity), at));
        };
    }

    private Project withoutFeature(int featureId, Instant at) {
        var project = withFeatures(features.minus(featureId))
                .changedEverywhere(environment -> environment.withoutFlag(featureId, at));
        for (var segment : segments.values()) {
            if (Objects.equals(segment.definition().featureId(), featureId)) {
                project = project.withoutSegment(segment.id(), at);
            }
        }
        return project;
    }

    private Project withoutSegment(int segmentId, Instant at) {
        var project = new Project(
                id, uuid, organisationId, settings, environments, features, segments.minus(segmentId), tags);
        return project.changedEverywhere(in -> in.changed(flag -> flag.withoutSegment(segmentId), at));
    }

    private Project touched(Instant at) {
        return changedEverywhere(environment -> environment.touched(at));
    }

    private Project changed(int environmentId, UnaryOperator<Environment> change) {
        var environment = environments.get(environmentId);
        return environment == null ? this : withEnvironment(change.apply(environment));
    }

    private Project changedEverywhere(UnaryOperator<Environment> change) {
        var project = this;
        for (var environment : environments.values()) {
            project = project.withEnvironment(change.apply(environment));
        }
        return project;
    }

    private Project changedFeature(int featureId, UnaryOperator<Feature> change) {
        var feature = features.get(featureId);
        return feature == null ? this : withFeature(change.apply(feature));
    }

    private Project withEnvironment(Environment environment) {
        return withEnvironments(environments.plus(environment.id(), environment));
    }

    private Project withEnvironments(PSortedMap<Integer, Environment> changed) {
        return new Project(id, uuid, organisationId, settings, changed, features, segments, tags);
    }

    private Project withFeature(Feature feature) {
        return withFeatures(features.plus(feature.id(), feature));
    }

    private Project withFeatures(PSortedMap<Integer, Feature> changed) {
        return new Project(id, uuid, organisationId, settings, environments, changed, segments, tags);
    }

    private Project withSegment(Segment segment) {
        return new Project(
                id, uuid, organisationId, settings, environments, features, segments.plus(segment.id(), segment), tags);
    }

    private Project withTags(PSortedMap<Integer, Tag> changed) {
        return new Project(id, uuid, organisationId, settings, environments, features, segments, changed);
    }
}
