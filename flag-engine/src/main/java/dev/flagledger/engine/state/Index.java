package dev.flagledger.engine.state;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** Where to find what is addressed without its project. */
record Index(
        PMap<Integer, Integer> projectOfEnvironment,
        PMap<Integer, Integer> projectOfFeature,
        PMap<String, Integer> environmentOfKey) {

    static final Index EMPTY = new Index(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    Index withEnvironment(int environmentId, int projectId) {
        return new Index(projectOfEnvironment.plus(environmentId, projectId), projectOfFeature, environmentOfKey);
    }

    Index withFeature(int featureId, int projectId) {
        return new Index(projectOfEnvironment, projectOfFeature.plus(featureId, projectId), environmentOfKey);
    }

    Index withKey(String apiKey, int environmentId) {
        return new Index(projectOfEnvironment, projectOfFeature, environmentOfKey.plus(apiKey, environmentId));
    }

    Index withoutKey(String apiKey) {
        return new Index(projectOfEnvironment, projectOfFeature, environmentOfKey.minus(apiKey));
    }
}
