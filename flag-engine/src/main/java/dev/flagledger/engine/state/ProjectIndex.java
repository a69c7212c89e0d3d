package dev.flagledger.engine.state;

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
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedTraitsChanged;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.engine.Lookup;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.IntTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * Maps ids and keys to projects. Deleted objects stay in the index, so that the fold can distinguish them from objects
 * that never existed; only client keys are removed.
 */
record ProjectIndex(
        PSet<Integer> projects,
        PMap<Integer, Integer> projectOfEnvironment,
        PMap<Integer, Integer> projectOfFeature,
        PMap<Integer, Integer> projectOfSegment,
        PMap<String, Integer> environmentOfKey) {

    static final ProjectIndex EMPTY = new ProjectIndex(
            HashTreePSet.empty(), IntTreePMap.empty(), IntTreePMap.empty(), IntTreePMap.empty(), HashTreePMap.empty());

    ProjectIndex withProject(int projectId) {
        return new ProjectIndex(
                projects.plus(projectId), projectOfEnvironment, projectOfFeature, projectOfSegment, environmentOfKey);
    }

    ProjectIndex withEnvironment(int environmentId, int projectId) {
        return new ProjectIndex(
                projects,
                projectOfEnvironment.plus(environmentId, projectId),
                projectOfFeature,
                projectOfSegment,
                environmentOfKey);
    }

    ProjectIndex withFeature(int featureId, int projectId) {
        return new ProjectIndex(
                projects,
                projectOfEnvironment,
                projectOfFeature.plus(featureId, projectId),
                projectOfSegment,
                environmentOfKey);
    }

    ProjectIndex withSegment(int segmentId, int projectId) {
        return new ProjectIndex(
                projects,
                projectOfEnvironment,
                projectOfFeature,
                projectOfSegment.plus(segmentId, projectId),
                environmentOfKey);
    }

    ProjectIndex withKey(String apiKey, int environmentId) {
        return new ProjectIndex(
                projects,
                projectOfEnvironment,
                projectOfFeature,
                projectOfSegment,
                environmentOfKey.plus(apiKey, environmentId));
    }

    ProjectIndex withoutKey(String apiKey) {
        return new ProjectIndex(
                projects, projectOfEnvironment, projectOfFeature, projectOfSegment, environmentOfKey.minus(apiKey));
    }

    /** Removes the client keys of a deleted project; null if it had been deleted before. */
    ProjectIndex withoutKeysOf(@Nullable Project deleted) {
        var index = this;
        if (deleted != null) {
            for (var environment : deleted.environments().values()) {
                index = index.withoutKey(environment.settings().apiKey());
            }
        }
        return index;
    }

    /** Requires that earlier events introduced the objects that the event refers to. */
    void require(FlagEvent event) {
        requireFeature(event.featureId());
        switch (event) {
            case SegmentPlaced e -> requireSegment(e.segmentId());
            case SegmentOverrideCreated e -> requireSegment(e.segmentId());
            case SegmentOverrideUpdated e -> requireSegment(e.segmentId());
            case SegmentOverrideRemoved e -> requireSegment(e.segmentId());
            case SegmentsOrdered e -> e.places().forEach(place -> requireSegment(place.segmentId()));
            case FeatureStateUpdated _ -> {}
        }
    }

    /** Like {@link #require(FlagEvent)}. */
    void require(ManagedIdentityEvent event) {
        switch (event) {
            case IdentityOverrideCreated e -> requireFeature(e.featureId());
            case IdentityOverrideUpdated e -> requireFeature(e.featureId());
            case IdentityOverrideRemoved e -> requireFeature(e.featureId());
            case ManagedIdentityCreated _,
                    ManagedIdentityRenamed _,
                    ManagedTraitsChanged _,
                    ManagedIdentityDeleted _ -> {}
        }
    }

    /** Like {@link #require(FlagEvent)}. */
    void require(VersionEvent event) {
        requireFeature(event.featureId());
    }

    /** Like {@link #require(FlagEvent)}, for the initial states of a new environment. */
    void require(List<InitialState> seeds) {
        for (var seed : seeds) {
            requireFeature(seed.featureId());
            seed.overrides().forEach(override -> requireSegment(override.segmentId()));
        }
    }

    private void requireFeature(int featureId) {
        Lookup.required(projectOfFeature, featureId, "feature");
    }

    private void requireSegment(int segmentId) {
        Lookup.required(projectOfSegment, segmentId, "segment");
    }

    /** Requires that an earlier event introduced this project. */
    void requireProject(int projectId) {
        if (!projects.contains(projectId)) {
            throw Lookup.unknown("project", projectId);
        }
    }
}
