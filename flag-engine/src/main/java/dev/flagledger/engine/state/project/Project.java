package dev.flagledger.engine.state.project;

import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.api.project.Tag;
import dev.flagledger.engine.Lookup;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.Version;
import dev.flagledger.engine.state.organisation.grant.Grants;
import dev.flagledger.engine.state.report.FeatureReports;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * A project with everything in it, by id. Deleted objects are removed; events that were recorded concurrently with a
 * deletion and refer to a deleted object have no effect.
 *
 * @param grants permissions granted on the project and its environments
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
        FeatureReports reports,
        Grants grants) {

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
                FeatureReports.NONE,
                Grants.NONE);
    }

    /** Returns the environment with this id, which must exist. */
    public Environment environment(int environmentId) {
        return Lookup.required(environments, environmentId, "environment");
    }

    /** Returns the feature with this id, which must exist. */
    public Feature feature(int featureId) {
        return Lookup.required(features, featureId, "feature");
    }

    /** Returns the segment with this id, which must exist. */
    public Segment segment(int segmentId) {
        return Lookup.required(segments, segmentId, "segment");
    }

    /** Returns the ids of the feature's options; none if it has been deleted. */
    Set<Integer> optionsOf(int featureId) {
        var feature = features.get(featureId);
        return feature == null ? Set.of() : feature.options().keySet();
    }

    /** Returns whether disabled flags are left out of responses to applications of this environment. */
    public boolean hidesDisabledFlags(Environment environment) {
        var own = environment.settings().hideDisabledFlags();
        return own == null ? settings.hideDisabledFlags() : own;
    }

    /** Returns a flag as it is in one of its versions, without deleted segments and options. */
    public Flag inVersion(Flag flag, Version version) {
        return flag.inVersion(
                version, segments.keySet(), feature(flag.featureId()).options().keySet());
    }

    /** Returns the project with a flag as in the version that was published before this one; empty if there is none. */
    public Optional<Project> beforeVersion(int environmentId, int featureId, UUID version) {
        return Optional.ofNullable(environments.get(environmentId))
                .flatMap(environment -> Optional.ofNullable(environment.flags().get(featureId)))
                .flatMap(flag -> flag.versions()
                        .find(version)
                        .flatMap(flag.versions()::before)
                        .map(earlier -> changed(environmentId, in -> in.with(inVersion(flag, earlier)))));
    }

    /**
     * Returns the project after one of its events. An event about a deleted object has no effect.
     *
     * @throws IllegalArgumentException if the event does not belong to a project
     */
    public Project evolve(RecordedEvent recorded) {
        return ProjectFold.evolve(this, recorded);
    }

    Project with(ProjectSettings changed, Instant at) {
        return new Project(id, uuid, organisationId, changed, environments, features, segments, tags, reports, grants)
                .touched(at);
    }

    Project with(Tag tag) {
        return withTags(tags.plus(tag.id(), tag));
    }

    /** Returns this without features' owners that are groups other than these. */
    public Project retainingGroups(Set<Integer> groupIds) {
        var project = this;
        for (var feature : features.values()) {
            project = project.with(feature.retainingGroups(groupIds));
        }
        return project;
    }

    /** Returns whether the segment is specific to a deleted feature. */
    boolean isSpecificToDeletedFeature(Segment segment) {
        var own = segment.definition().featureId();
        return own != null && !features.containsKey(own);
    }

    /** Updates the times of all environments after a change that their applications can see. */
    public Project touched(Instant at) {
        return changedEverywhere(environment -> environment.touched(at));
    }

    /** Changes this environment, unless it has been deleted. */
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

    Project with(Feature feature) {
        return withFeatures(features.plus(feature.id(), feature));
    }

    Project with(Segment segment) {
        return withSegments(segments.plus(segment.id(), segment));
    }

    Project withEnvironments(PSortedMap<Integer, Environment> changed) {
        return new Project(id, uuid, organisationId, settings, changed, features, segments, tags, reports, grants);
    }

    Project withFeatures(PSortedMap<Integer, Feature> changed) {
        return new Project(id, uuid, organisationId, settings, environments, changed, segments, tags, reports, grants);
    }

    Project withSegments(PSortedMap<Integer, Segment> changed) {
        return new Project(id, uuid, organisationId, settings, environments, features, changed, tags, reports, grants);
    }

    Project withTags(PSortedMap<Integer, Tag> changed) {
        return new Project(
                id, uuid, organisationId, settings, environments, features, segments, changed, reports, grants);
    }

    /** Changes the reports. */
    Project reported(UnaryOperator<FeatureReports> change) {
        return new Project(
                id,
                uuid,
                organisationId,
                settings,
                environments,
                features,
                segments,
                tags,
                change.apply(reports),
                grants);
    }

    /** Changes the permissions granted on the project and its environments, which applications cannot see. */
    @SuppressWarnings("ReferenceEquality") // the same object means unchanged
    public Project granted(UnaryOperator<Grants> change) {
        var changed = change.apply(grants);
        return changed == grants
                ? this
                : new Project(
                        id, uuid, organisationId, settings, environments, features, segments, tags, reports, changed);
    }
}
