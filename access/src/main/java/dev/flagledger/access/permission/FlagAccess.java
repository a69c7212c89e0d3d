package dev.flagledger.access.permission;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.FlagState;
import dev.flagledger.engine.state.flag.Version;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A feature in an environment with all that is known of it, for those who may do one of several things with it. */
public record FlagAccess(Project project, Environment environment, Feature feature) {

    /** The flag; empty if there is none, and for who may do none of these. */
    public static Optional<FlagAccess> of(AccessContext access, String apiKey, int featureId, Permission... oneOf) {
        return access.installation()
                .environmentOfKey(apiKey)
                .filter(environment -> Stream.of(oneOf)
                        .anyMatch(right -> access.may(right, new Scope.OfEnvironment(environment.id()))))
                .flatMap(environment -> access.installation()
                        .project(environment.projectId())
                        .filter(project -> project.features().containsKey(featureId))
                        .map(project -> new FlagAccess(project, environment, project.feature(featureId))));
    }

    /** The flag, if the actor may view it; else its environment or its feature is missing. */
    public static FlagAccess of(AccessContext access, int environmentId, int featureId) {
        var environment = AccessContext.found(
                access.installation()
                        .environment(environmentId)
                        .filter(known ->
                                access.may(Permission.VIEW_ENVIRONMENT, new Scope.OfEnvironment(environmentId))),
                "Environment");
        var project = access.project(environment.projectId());
        var feature = Optional.ofNullable(project.features().get(featureId));
        return new FlagAccess(project, environment, AccessContext.found(feature, "Feature"));
    }

    /** The flag's version with this uuid; missing if there is none. */
    public Version version(UUID uuid) {
        return AccessContext.found(flag().versions().find(uuid), "EnvironmentFeatureVersion");
    }

    /** The states of a version, but for those of identities, by id. */
    public List<FlagState> states(Version version) {
        return project.inVersion(flag(), version)
                .states()
                .filter(state -> state.identity() == null)
                .sorted(Comparator.comparingInt(FlagState::id))
                .toList();
    }

    /** The flag itself. */
    public Flag flag() {
        return environment.flag(feature.id());
    }
}
