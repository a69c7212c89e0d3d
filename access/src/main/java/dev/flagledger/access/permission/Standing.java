package dev.flagledger.access.permission;

import dev.flagledger.api.Actor;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.project.Project;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an actor is in the organisation of a scope. Found by a few lookups by id, independent of how many members, groups
 * and grants there are.
 *
 * @param project the project that the scope is, or is in; null for wider scopes
 */
record Standing(Organisation organisation, @Nullable Project project, Role role, GrantHolder holder) {

    /** Returns the standing; null if the scope does not exist, or the actor is no member of its organisation. */
    static @Nullable Standing of(Installation installation, Actor actor, Scope scope) {
        var project = installation.projectOf(scope).orElse(null);
        var organisation = installation
                .organisation(project == null ? organisationOf(scope) : project.organisationId())
                .orElse(null);
        var id = actor.id();
        if (organisation == null || id == null) {
            return null;
        }
        return switch (actor.kind()) {
            case USER -> {
                var role = organisation.members().get(id);
                yield role == null ? null : new Standing(organisation, project, role, GrantHolder.user(id));
            }
            case API_KEY -> {
                var issued = organisation.apiKeys().get(id);
                yield issued == null
                        ? null
                        : new Standing(
                                organisation,
                                project,
                                issued.key().admin() ? Role.ADMIN : Role.USER,
                                GrantHolder.apiKey(id));
            }
            case ANONYMOUS, SDK, SCIM, SCHEDULE, SYSTEM -> null;
        };
    }

    /** Returns the id of the organisation that the scope is, or whose group it is; 0 for other scopes. */
    private static int organisationOf(Scope scope) {
        return switch (scope) {
            case Scope.OfOrganisation(var id) -> id;
            case Scope.OfGroup(var id, var _) -> id;
            case Scope.Everywhere _,
                    Scope.OfUser _,
                    Scope.OfProject _,
                    Scope.OfEnvironment _,
                    Scope.OfFeature _,
                    Scope.OfFlag _ -> 0;
        };
    }

    boolean isAdmin() {
        return role == Role.ADMIN;
    }

    /** Returns whether the actor administers the scope's object itself, by a grant on it or on what it is in. */
    boolean administers(Scope scope) {
        return isAdmin() || administersProject() || administersEnvironment(scope);
    }

    boolean administersProject() {
        return isAdmin() || (project != null && isAdminOn(GrantPlace.project(project.id())));
    }

    private boolean administersEnvironment(Scope scope) {
        var environment = environmentOf(scope);
        return environment != null && isAdminOn(GrantPlace.environment(environment));
    }

    /** Returns whether the actor is an admin of the group. */
    boolean administersGroup(Scope scope) {
        return scope instanceof Scope.OfGroup(var _, var group)
                && holder.kind() == GrantHolder.Kind.USER
                && organisation.access().groups().isAdmin(group, holder.id());
    }

    /** Returns whether the permission is granted on the organisation. */
    boolean isGrantedOnOrganisation(Permission permission) {
        return isGranted(permission, GrantPlace.organisation(organisation.id()), List.of());
    }

    /** Returns whether the permission is granted on the project of the scope. */
    boolean isGrantedOnProject(Permission permission, Scope scope) {
        return project != null && isGranted(permission, GrantPlace.project(project.id()), tags(scope));
    }

    /** Returns whether the permission is granted on the environment of the scope. */
    boolean isGrantedOnEnvironment(Permission permission, Scope scope) {
        var environment = environmentOf(scope);
        return environment != null && isGranted(permission, GrantPlace.environment(environment), tags(scope));
    }

    /** Returns whether the permission is granted on the object of the scope, with or without a limit by tags. */
    boolean isGrantedOnSome(Permission permission, Scope scope) {
        return sources().on(PermissionLevel.placeOf(scope)).stream().anyMatch(source -> source.names(permission));
    }

    /** Returns the sources of the actor's permissions. */
    RightsSources sources() {
        return new RightsSources(organisation, project, holder);
    }

    private boolean isAdminOn(GrantPlace place) {
        return sources().on(place).stream().anyMatch(RightsSource::admin);
    }

    private boolean isGranted(Permission permission, GrantPlace place, Collection<Integer> tags) {
        return sources().on(place).stream().anyMatch(source -> source.grants(permission, tags));
    }

    private static @Nullable Integer environmentOf(Scope scope) {
        return switch (scope) {
            case Scope.OfEnvironment(var id) -> id;
            case Scope.OfFlag(var id, var _) -> id;
            case Scope.Everywhere _,
                    Scope.OfUser _,
                    Scope.OfOrganisation _,
                    Scope.OfGroup _,
                    Scope.OfProject _,
                    Scope.OfFeature _ -> null;
        };
    }

    private List<Integer> tags(Scope scope) {
        return switch (scope) {
            case Scope.OfFeature(var _, var feature) -> tagsOf(feature);
            case Scope.OfFlag(var _, var feature) -> tagsOf(feature);
            case Scope.Everywhere _,
                    Scope.OfUser _,
                    Scope.OfOrganisation _,
                    Scope.OfGroup _,
                    Scope.OfProject _,
                    Scope.OfEnvironment _ -> List.of();
        };
    }

    private List<Integer> tagsOf(int featureId) {
        var feature = project == null ? null : project.features().get(featureId);
        return feature == null ? List.of() : feature.details().tags();
    }
}
