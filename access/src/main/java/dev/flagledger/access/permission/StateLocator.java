package dev.flagledger.access.permission;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.engine.state.flag.FlagState;
import dev.flagledger.engine.state.flag.SegmentPlace;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds feature states and feature segments that are addressed without their environment, in the projects and environments
 * that an actor may view, and the environments whose flags it may change.
 */
public record StateLocator(AccessContext access) {

    /** An object with its project and environment. */
    public record Found<T>(Project project, Environment environment, T value) {}

    /** Returns the state that matches. */
    public Optional<Found<FlagState>> state(Predicate<FlagState> matching) {
        return environments()
                .flatMap(in -> states(in.environment())
                        .filter(matching)
                        .map(state -> new Found<>(in.project(), in.environment(), state)))
                .findFirst();
    }

    /** Returns the feature segment that matches. */
    public Optional<Found<SegmentPlace>> place(Predicate<SegmentPlace> matching) {
        return environments()
                .flatMap(in -> places(in.environment())
                        .filter(matching)
                        .map(place -> new Found<>(in.project(), in.environment(), place)))
                .findFirst();
    }

    /** Returns all states of an environment's flags. */
    public static Stream<FlagState> states(Environment environment) {
        return environment.flags().values().stream().flatMap(flag -> flag.states());
    }

    /** Returns all feature segments of an environment's flags. */
    public static Stream<SegmentPlace> places(Environment environment) {
        return environment.flags().values().stream()
                .flatMap(flag -> flag.segments().values().stream().map(override -> new SegmentPlace(flag, override)));
    }

    private Stream<Found<Environment>> environments() {
        return access.installation().projects().values().stream()
                .flatMap(project -> project.environments().values().stream()
                        .filter(environment -> isKnown(project, environment))
                        .map(environment -> new Found<>(project, environment, environment)));
    }

    /** Who may change a state need not be allowed to view its project. */
    private boolean isKnown(Project project, Environment environment) {
        var scope = new Scope.OfEnvironment(environment.id());
        return access.may(Permission.VIEW_PROJECT, new Scope.OfProject(project.id()))
                || access.may(Permission.VIEW_ENVIRONMENT, scope)
                || access.mayOnSome(Permission.UPDATE_FEATURE_STATE, scope)
                || access.mayOnSome(Permission.MANAGE_SEGMENT_OVERRIDES, scope);
    }
}
