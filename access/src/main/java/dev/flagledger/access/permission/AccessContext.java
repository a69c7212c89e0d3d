package dev.flagledger.access.permission;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.organisation.User;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import java.util.Optional;

/**
 * The installation as one actor may see it. What is missing and what is forbidden answer as they do in Flagsmith: a
 * project out of sight does not exist, an environment or an organisation out of sight is forbidden.
 */
public record AccessContext(Installation installation, Actor actor) {

    /** Whether the actor holds the permission on the scope. */
    public boolean may(Permission permission, Scope scope) {
        return AccessPolicy.may(installation, actor, permission, scope);
    }

    /** Returns if the actor holds the permission on the scope, else is rejected as forbidden. */
    public void require(Permission permission, Scope scope) {
        if (!may(permission, scope)) {
            throw new Rejected(new Rejection.Forbidden());
        }
    }

    /** The actor's own account; forbidden to whoever has none. */
    public User account() {
        var id = actor.userId();
        if (id == null) {
            throw new Rejected(new Rejection.Forbidden());
        }
        return found(installation.user(id), "FFAdminUser");
    }

    /** The organisation, for an actor with this permission on it; forbidden also where there is none. */
    public Organisation organisation(int id, Permission permission) {
        require(permission, new Scope.OfOrganisation(id));
        return installation.organisation(id).orElseThrow(() -> new Rejected(new Rejection.Forbidden()));
    }

    /** The project, if the actor may view it; else it is missing. */
    public Project project(int id) {
        return installation
                .project(id)
                .filter(project -> may(Permission.VIEW_PROJECT, new Scope.OfProject(id)))
                .orElseThrow(() -> missing("Project"));
    }

    /** The project, for an actor with this permission on it; forbidden also where there is none. */
    public Project project(int id, Permission permission) {
        require(permission, new Scope.OfProject(id));
        return installation.project(id).orElseThrow(() -> new Rejected(new Rejection.Forbidden()));
    }

    /** The environment with this key: missing if there is none, forbidden without the permission on it. */
    public Environment environment(String apiKey, Permission permission) {
        var environment = installation.environmentOfKey(apiKey).orElseThrow(() -> missing("Environment"));
        require(permission, new Scope.OfEnvironment(environment.id()));
        return environment;
    }

    /** The environment with this key, if the actor may view it; else it is missing. */
    public Environment environment(String apiKey) {
        return installation
                .environmentOfKey(apiKey)
                .filter(environment -> may(Permission.VIEW_ENVIRONMENT, new Scope.OfEnvironment(environment.id())))
                .orElseThrow(() -> missing("Environment"));
    }

    /** The same for what lies inside an environment: forbidden also where there is none with this key. */
    public Environment within(String apiKey, Permission permission) {
        return installation
                .environmentOfKey(apiKey)
                .filter(environment -> may(permission, new Scope.OfEnvironment(environment.id())))
                .orElseThrow(() -> new Rejected(new Rejection.Forbidden()));
    }

    /** What was looked up, or a rejection that names its kind as the contract does. */
    public static <T> T found(Optional<T> found, String what) {
        return found.orElseThrow(() -> missing(what));
    }

    private static Rejected missing(String what) {
        return new Rejected(new Rejection.Missing(what));
    }
}
