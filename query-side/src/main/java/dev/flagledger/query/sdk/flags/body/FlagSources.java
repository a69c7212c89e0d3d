package dev.flagledger.query.sdk.flags.body;

import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import java.util.Map;

/** The parts of the state that an environment's flags are rendered from; holding these does not retain the rest of an old state. */
public record FlagSources(
        Map<Integer, Flag> flags,
        EnvironmentSettings environment,
        Map<Integer, Feature> features,
        ProjectSettings project) {

    /** Returns what the flags of an environment of the project are rendered from. */
    public static FlagSources of(Project project, Environment environment) {
        return new FlagSources(environment.flags(), environment.settings(), project.features(), project.settings());
    }

    /** Returns whether both render the same. The parts are immutable, so comparing references is enough, and fast. */
    @SuppressWarnings("ReferenceEquality")
    boolean same(FlagSources other) {
        return flags == other.flags && features == other.features && sameSettings(other);
    }

    /** Returns whether both render the flag of this feature the same. The feature must exist here. */
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
