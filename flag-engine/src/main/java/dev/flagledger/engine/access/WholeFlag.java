package dev.flagledger.engine.access;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.engine.state.Environment;
import dev.flagledger.engine.state.Feature;
import dev.flagledger.engine.state.Flag;
import dev.flagledger.engine.state.Project;
import java.util.Optional;
import java.util.stream.Stream;

/** A feature in an environment with all that is known of it, for those who may do one of several things with it. */
public record WholeFlag(Project project, Environment environment, Feature feature) {

    /** The flag; empty if there is none, and for who may do none of these. */
    public static Optional<WholeFlag> of(Sight sight, String apiKey, int featureId, Permission... oneOf) {
        return sight.installation()
                .environmentOfKey(apiKey)
                .filter(environment ->
                        Stream.of(oneOf).anyMatch(right -> sight.may(right, new Scope.OfEnvironment(environment.id()))))
                .flatMap(environment -> sight.installation()
                        .project(environment.projectId())
                        .filter(project -> project.features().containsKey(featureId))
                        .map(project -> new WholeFlag(project, environment, project.feature(featureId))));
    }

    /** The flag itself. */
    public Flag flag() {
        return environment.flag(feature.id());
    }
}
