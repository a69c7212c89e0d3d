package dev.flagledger.engine.state;

import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * Where to find what is addressed without its project. What has been deleted stays listed, so that the fold can tell an
 * event about something gone from one about something that never was; only keys are given up.
 */
record Index(
        PSet<Integer> projects,
        PMap<Integer, Integer> projectOfEnvironment,
        PMap<Integer, Integer> projectOfFeature,
        PMap<Integer, Integer> projectOfSegment,
        PMap<String, Integer> environmentOfKey) {

    static final Index EMPTY = new Index(
            HashTreePSet.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty());

    Index withProject(int projectId) {
        return new Index(
                projects.plus(projectId), projectOfEnvironment, projectOfFeature, projectOfSegment, environmentOfKey);
    }

    Index withEnvironment(int environmentId, int projectId) {
        return new Index(
                projects,
                projectOfEnvironment.plus(environmentId, projectId),
                projectOfFeature,
                projectOfSegment,
                environmentOfKey);
    }

    Index withFeature(int featureId, int projectId) {
        return new Index(
                projects,
                projectOfEnvironment,
                projectOfFeature.plus(featureId, projectId),
                projectOfSegment,
                environmentOfKey);
    }

    Index withSegment(int segmentId, int projectId) {
        return new Index(
                projects,
                projectOfEnvironment,
                projectOfFeature,
                projectOfSegment.plus(segmentId, projectId),
                environmentOfKey);
    }

    Index withKey(String apiKey, int environmentId) {
        return new Index(
                projects,
                projectOfEnvironment,
                projectOfFeature,
                projectOfSegment,
                environmentOfKey.plus(apiKey, environmentId));
    }

    Index withoutKey(String apiKey) {
        return new Index(
                projects, projectOfEnvironment, projectOfFeature, projectOfSegment, environmentOfKey.minus(apiKey));
    }

    /** Fails if the log never introduced this project. */
    void requireProject(int projectId) {
        if (!projects.contains(projectId)) {
            throw Known.unknown("project", projectId);
        }
    }
}
