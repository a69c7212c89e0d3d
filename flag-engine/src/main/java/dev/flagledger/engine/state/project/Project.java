package dev.flagledger.engine.state.project;

import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.api.project.Tag;
import dev.flagledger.engine.Known;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.Version;
import dev.flagledger.engine.state.report.FeatureReports;
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
        PSortedMap<Integer, Tag> tags,
        FeatureReports reports) {

    public static Project of(ProjectCreated e) {
        return new Project(
                e.projectId(),
                e.uuid(),
                e.organisationId(),
                e.settings(),
                TreePMap.empty(),
                TreePMap.empty(),
                TreePMap.empty(),
                TreePMap.empty(),
                FeatureReports.NONE);
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

    /** The ids of the options that the feature has; none if it has been deleted. */
    Set<Integer> optionsOf(int featureId) {
        var feature = features.get(featureId);
        return feature == null ? Set.of() : feature.options().keySet();
    }

    /** Whether applications of this environment are not told of flags that are off. */
    public boolean hidesDisabledFlags(Environment environment) {
        var own = environment.settings().hideDisabledFlags();
        return own == null ? settings.hideDisabledFlags() : own;
    }

    /** One of the project's flags as it is in one of its versions, without what the project no longer has. */
    public Flag inVersion(Flag flag, Version version) {
        return flag.inVersion(
                version, segments.keySet(), feature(flag.featureId()).options().keySet());
    }

    /**
     * The project after one of its events. An event about something that has been deleted changes nothing.
     *
     * @throws IllegalArgumentException if the event is none of a project
     */
    public Project evolve(RecordedEvent recorded) {
        return ProjectFold.evolve(this, recorded);
    }

    Project with(ProjectSettings changed, Instant at) {
        return new Project(id, uuid, organisationId, changed, environments, features, segments, tags, reports)
                .touched(at);
    }

    Project with(Tag tag) {
        return withTags(tags.plus(tag.id(), tag));
    }

    public Project withoutTag(int tagId) {
        var project = withTags(tags.minus(tagId));
        for (var feature : features.values()) {
            project = project.with(feature.amongst(project.tags.keySet()));
        }
        return project;
    }

    /** Whether it is only for a feature that is no longer here. */
    boolean isForWhatIsGone(Segment segment) {
        var own = segment.definition().featureId();
        return own != null && !features.containsKey(own);
    }

    /** Without the feature, its flags, and the segments that were only for it. */
    Project withoutFeature(int featureId) {
        var project = withFeatures(features.minus(featureId))
                .changedEverywhere(environment -> environment.withoutFlag(featureId))
                .reported(reports -> reports.withoutFeature(featureId));
        for (var segment : segments.values()) {
            if (Objects.equals(segment.definition().featureId(), featureId)) {
                project = project.withoutSegment(segment.id());
            }
        }
        return project;
    }

    /** Without the segment and its overrides. */
    Project withoutSegment(int segmentId) {
        return withSegments(segments.minus(segmentId))
                .changedEverywhere(in -> in.changed(flag -> flag.withoutSegment(segmentId)));
    }

    /** After a change that the applications of all environments may see. */
    public Project touched(Instant at) {
        return changedEverywhere(environment -> environment.touched(at));
    }

    /** With this environment changed; the same if it has been deleted. */
    Project changed(int environmentId, UnaryOperator<Environment> change) {
        var environment = environments.get(environmentId);
        return environment == null ? this : with(change.apply(environment));
    }

    Project changedEverywhere(UnaryOperator<Environment> change) {
        var project = this;
        for (var environment : environments.values()) {
            project = project.with(change.apply(environment));
        }
        return project;
    }

    Project with(Environment environment) {
        return withEnvironments(environments.plus(environment.id(), environment));
    }

    Project withoutEnvironment(int environmentId) {
        return withEnvironments(environments.minus(environmentId))
                .reported(reports -> reports.withoutEnvironment(environmentId));
    }

    Project with(Feature feature) {
        return withFeatures(features.plus(feature.id(), feature));
    }

    Project with(Segment segment) {
        return withSegments(segments.plus(segment.id(), segment));
    }

    private Project withEnvironments(PSortedMap<Integer, Environment> changed) {
        return new Project(id, uuid, organisationId, settings, changed, features, segments, tags, reports);
    }

    private Project withFeatures(PSortedMap<Integer, Feature> changed) {
        return new Project(id, uuid, organisationId, settings, environments, changed, segments, tags, reports);
    }

    private Project withSegments(PSortedMap<Integer, Segment> changed) {
        return new Project(id, uuid, organisationId, settings, environments, features, changed, tags, reports);
    }

    private Project withTags(PSortedMap<Integer, Tag> changed) {
        return new Project(id, uuid, organisationId, settings, environments, features, segments, changed, reports);
    }

    /** With something else reported of what it has. */
    Project reported(UnaryOperator<FeatureReports> change) {
        return new Project(
                id, uuid, organisationId, settings, environments, features, segments, tags, change.apply(reports));
    }
}
