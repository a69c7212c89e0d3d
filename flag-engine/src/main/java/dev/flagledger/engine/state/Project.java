package dev.flagledger.engine.state;

import dev.flagledger.api.environment.EnvironmentEvent;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.feature.FeatureEvent;
import dev.flagledger.api.feature.FeatureEvent.FeatureChanged;
import dev.flagledger.api.feature.FeatureEvent.FeatureCreated;
import dev.flagledger.api.flag.FlagEvent;
import dev.flagledger.api.identity.IdentityEvent;
import dev.flagledger.api.identity.IdentityEvent.IdentityCreated;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.project.ProjectEvent.ProjectCreated;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.api.segment.SegmentEvent;
import dev.flagledger.api.segment.SegmentEvent.SegmentCreated;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** A project with all that it holds, each by id. */
public record Project(
        int id,
        UUID uuid,
        int organisationId,
        ProjectSettings settings,
        PSortedMap<Integer, Environment> environments,
        PSortedMap<Integer, Feature> features,
        PSortedMap<Integer, Segment> segments) {

    static Project of(ProjectCreated e) {
        return new Project(
                e.projectId(),
                e.uuid(),
                e.organisationId(),
                e.settings(),
                TreePMap.empty(),
                TreePMap.empty(),
                TreePMap.empty());
    }

    /** The environment; fails if the project never had it. */
    public Environment environment(int environmentId) {
        return Known.in(environments, environmentId, "environment");
    }

    /** The feature; fails if the project never had it. */
    public Feature feature(int featureId) {
        return Known.in(features, featureId, "feature");
    }

    /** The segment; fails if the project never had it. */
    public Segment segment(int segmentId) {
        return Known.in(segments, segmentId, "segment");
    }

    /** Whether applications of this environment are not told of flags that are off. */
    public boolean hidesDisabledFlags(Environment environment) {
        var own = environment.settings().hideDisabledFlags();
        return own == null ? settings.hideDisabledFlags() : own;
    }

    Project with(ProjectSettings changed, Instant at) {
        return new Project(id, uuid, organisationId, changed, touched(at), features, segments);
    }

    Project evolve(EnvironmentEvent event, Instant at) {
        return event instanceof EnvironmentCreated created
                ? withEnvironment(Environment.of(created, at))
                : changed(event.environmentId(), environment -> environment.evolve(event, at));
    }

    Project evolve(FeatureEvent event, Instant at) {
        return switch (event) {
            case FeatureCreated e -> {
                var project = withFeature(new Feature(
                        e.featureId(),
                        e.uuid(),
                        id,
                        e.name(),
                        e.type(),
                        e.initialValue(),
                        e.defaultEnabled(),
                        at,
                        e.details(),
                        e.owners()));
                for (var seed : e.states()) {
                    project = project.changed(seed.environmentId(), environment -> environment.seeded(seed, at));
                }
                yield project;
            }
            case FeatureChanged e -> {
                var feature = feature(e.featureId()).with(e.details());
                yield new Project(
                        id,
                        uuid,
                        organisationId,
                        settings,
                        touched(at),
                        features.plus(feature.id(), feature),
                        segments);
            }
        };
    }

    Project evolve(FlagEvent event, Instant at) {
        return changed(
                event.environmentId(),
                environment -> environment.changed(event.featureId(), flag -> flag.evolve(event, at), at));
    }

    Project evolve(SegmentEvent event, Instant at) {
        return switch (event) {
            case SegmentCreated e -> {
                var segment = new Segment(e.segmentId(), e.uuid(), e.name(), e.description());
                yield new Project(
                        id,
                        uuid,
                        organisationId,
                        settings,
                        touched(at),
                        features,
                        segments.plus(segment.id(), segment));
            }
        };
    }

    Project evolve(IdentityEvent event, Instant at) {
        return switch (event) {
            // An identity without overrides is not part of a project's state: there may be millions.
            case IdentityCreated _ -> this;
            case IdentityOverrideCreated e ->
                changed(e.environmentId(), in -> in.changed(e.featureId(), flag -> flag.overridden(e, at), at));
            case IdentityOverrideUpdated e ->
                changed(e.environmentId(), in -> in.changed(e.featureId(), flag -> flag.overridden(e, at), at));
        };
    }

    private PSortedMap<Integer, Environment> touched(Instant at) {
        var all = environments;
        for (var environment : environments.values()) {
            all = all.plus(environment.id(), environment.touched(at));
        }
        return all;
    }

    private Project changed(int environmentId, UnaryOperator<Environment> change) {
        return withEnvironment(change.apply(environment(environmentId)));
    }

    private Project withEnvironment(Environment environment) {
        return new Project(
                id,
                uuid,
                organisationId,
                settings,
                environments.plus(environment.id(), environment),
                features,
                segments);
    }

    private Project withFeature(Feature feature) {
        return new Project(
                id, uuid, organisationId, settings, environments, features.plus(feature.id(), feature), segments);
    }
}
