package dev.flagledger.engine.state;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Scope;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The projects of an installation with their index.
 *
 * @param withheld ids of projects that cannot be read because one of their events cannot be folded
 */
record Projects(PSortedMap<Integer, Project> byId, ProjectIndex index, PSet<Integer> withheld) {

    static final Projects NONE = new Projects(TreePMap.empty(), ProjectIndex.EMPTY, HashTreePSet.empty());

    Optional<Project> find(int id) {
        if (withheld.contains(id)) {
            throw new Rejected(new Rejection.Withheld());
        }
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Project> of(Scope scope) {
        return switch (scope) {
            case Scope.OfProject(var id) -> find(id);
            case Scope.OfFeature(var id, var _) -> find(id);
            case Scope.OfEnvironment(var id) -> ofEnvironment(id);
            case Scope.OfFlag(var id, var _) -> ofEnvironment(id);
            case Scope.Everywhere _, Scope.OfUser _, Scope.OfOrganisation _, Scope.OfGroup _ -> Optional.empty();
        };
    }

    Optional<Project> ofEnvironment(int environmentId) {
        return holding(
                index.projectOfEnvironment().get(environmentId),
                project -> project.environments().containsKey(environmentId));
    }

    Optional<Project> ofFeature(int featureId) {
        return holding(
                index.projectOfFeature().get(featureId),
                project -> project.features().containsKey(featureId));
    }

    Optional<Project> ofSegment(int segmentId) {
        return holding(
                index.projectOfSegment().get(segmentId),
                project -> project.segments().containsKey(segmentId));
    }

    /** Filters out deleted objects, which are still in the index. */
    private Optional<Project> holding(@Nullable Integer id, Predicate<Project> stillThere) {
        return Optional.ofNullable(id).flatMap(this::find).filter(stillThere);
    }

    Optional<Environment> environment(int id) {
        return ofEnvironment(id).map(project -> project.environment(id));
    }

    Projects withheld(int projectId) {
        return new Projects(byId, index, withheld.plus(projectId));
    }

    /** Changes this project, unless it has been deleted. */
    Projects changed(int projectId, UnaryOperator<Project> change) {
        var project = byId.get(projectId);
        if (project != null) {
            return with(change.apply(project), index);
        }
        index.requireProject(projectId);
        return this;
    }

    /** Changes all projects of this organisation. */
    Projects changedIn(int organisationId, UnaryOperator<Project> change) {
        var changed = byId;
        for (var project : byId.values()) {
            if (project.organisationId() == organisationId) {
                changed = changed.plus(project.id(), change.apply(project));
            }
        }
        return new Projects(changed, index, withheld);
    }

    Projects with(Project project, ProjectIndex changed) {
        return new Projects(byId.plus(project.id(), project), changed, withheld);
    }

    Projects with(ProjectIndex changed) {
        return new Projects(byId, changed, withheld);
    }

    /** Removes this project. */
    Projects without(int projectId) {
        index.requireProject(projectId);
        return new Projects(byId.minus(projectId), index.withoutKeysOf(byId.get(projectId)), withheld);
    }

    /** Removes all projects of this organisation. */
    Projects withoutThoseOf(int organisationId) {
        var rest = this;
        for (var project : byId.values()) {
            rest = project.organisationId() == organisationId ? rest.without(project.id()) : rest;
        }
        return rest;
    }
}
