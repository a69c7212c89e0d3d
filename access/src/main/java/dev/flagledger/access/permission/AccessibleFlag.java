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

/** A flag with its project and environment, looked up with the permissions of an actor. */
public record AccessibleFlag(Project project, Environment environment, Feature feature) {

    /** Returns the flag; empty if it does not exist or the actor holds none of these permissions on it. */
    public static Optional<AccessibleFlag> of(AccessContext access, String apiKey, int featureId, Permission... oneOf) {
        return access.environmentOfKey(apiKey)
                .filter(environment -> Stream.of(oneOf)
                        .anyMatch(right -> access.may(right, new Scope.OfFlag(environment.id(), featureId))))
                .flatMap(environment -> access.installation()
                        .project(environment.projectId())
                        .filter(project -> project.features().containsKey(featureId))
                        .map(project -> new AccessibleFlag(project, environment, project.feature(featureId))));
    }

    /** Returns the flag; its environment or its feature is missing if the actor may not view it. */
    public static AccessibleFlag of(AccessContext access, int environmentId, int featureId) {
        var environment = AccessContext.found(
                access.installation()
                        .environment(environmentId)
                        .filter(known ->
                                access.may(Permission.VIEW_ENVIRONMENT, new Scope.OfEnvironment(environmentId))),
                "Environment");
        var project = access.project(environment.projectId());
        var feature = Optional.ofNullable(project.features().get(featureId));
        return new AccessibleFlag(project, environment, AccessContext.found(feature, "Feature"));
    }

    /** Returns the version with this uuid; missing if it does not exist. */
    public Version version(UUID uuid) {
        return AccessContext.found(flag().versions().find(uuid), "EnvironmentFeatureVersion");
    }

    /** Returns the states of a version without identity overrides, sorted by id. */
    public List<FlagState> states(Version version) {
        return project.inVersion(flag(), version)
                .states()
                .filter(state -> state.identity() == null)
                .sorted(Comparator.comparingInt(FlagState::id))
                .toList();
    }

    /** Returns the scope of permissions that may be limited by the feature's tags. */
    public Scope scope() {
        return new Scope.OfFlag(environment.id(), feature.id());
    }

    /** Returns the flag. */
    public Flag flag() {
        return environment.flag(feature.id());
    }
}
