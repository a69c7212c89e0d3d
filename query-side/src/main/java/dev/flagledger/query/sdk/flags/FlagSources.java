package dev.flagledger.query.sdk.flags;

import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import java.util.Map;

/** What the flags of an environment are shown from, and no more of the state, so that what is old of it is let go. */
record FlagSources(
        Map<Integer, Flag> flags,
        EnvironmentSettings environment,
        Map<Integer, Feature> features,
        ProjectSettings project) {

    static FlagSources of(Project project, Environment environment) {
        return new FlagSources(environment.flags(), environment.settings(), project.features(), project.settings());
    }

    /** Whether the same is shown from both. What is immutable and the same object has not changed, and that is quickly seen. */
    @SuppressWarnings("ReferenceEquality")
    boolean same(FlagSources other) {
        return flags == other.flags && features == other.features && sameSettings(other);
    }

    /** The same of one flag, which is here. */
    @SuppressWarnings("ReferenceEquality")
    boolean same(int featureId, FlagSources other) {
        return flags.get(featureId) == other.flags.get(featureId)
                && features.get(featureId) == other.features.get(featureId)
                && sameSettings(other);
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean sameSettings(FlagSources other) {
        return environment == other.environment && project == other.project;
    }
}
