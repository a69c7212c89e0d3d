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
 * Lookups in the installation on behalf of an actor. Objects that the actor may not view are rejected as in Flagsmith:
 * some as missing, others as forbidden.
 */
public record AccessContext(Installation installation, Actor actor) {

    /** Returns whether the actor holds the permission on the scope. */
    public boolean may(Permission permission, Scope scope) {
        return AccessPolicy.may(installation, actor, permission, scope);
    }

    /** Requires that the actor holds the permission on the scope; rejected as forbidden otherwise. */
    public void require(Permission permission, Scope scope) {
        if (!may(permission, scope)) {
            throw new Rejected(new Rejection.Forbidden());
        }
    }

    /** Requires that the actor is an admin of the organisation; rejected as unprivileged otherwise. */
    public void requireAdmin(int organisationId) {
        if (!may(Permission.ORGANISATION_ADMIN, new Scope.OfOrganisation(organisationId))) {
            throw new Rejected(new Rejection.Unprivileged());
        }
    }

    /** Returns the actor's own account; forbidden if the actor is not a user. */
    public User account() {
        var id = actor.userId();
        if (id == null) {
            throw new Rejected(new Rejection.Forbidden());
        }
        return found(installation.user(id), "FFAdminUser");
    }

    /** Returns the organisation; forbidden without this permission on it, or if it does not exist. */
    public Organisation organisation(int id, Permission permission) {
        require(permission, new Scope.OfOrganisation(id));
        return installation.organisation(id).orElseThrow(() -> new Rejected(new Rejection.Forbidden()));
    }

    /** Returns the project; missing if it does not exist or the actor may not view it. */
    public Project project(int id) {
        return installation
                .project(id)
                .filter(project -> may(Permission.VIEW_PROJECT, new Scope.OfProject(id)))
                .orElseThrow(() -> missing("Project"));
    }

    /** Returns the project; forbidden without this permission on it, or if it does not exist. */
    public Project project(int id, Permission permission) {
        require(permission, new Scope.OfProject(id));
        return installation.project(id).orElseThrow(() -> new Rejected(new Rejection.Forbidden()));
    }

    /** Returns the environment with this key; missing if it does not exist, forbidden without this permission on it. */
    public Environment environment(String apiKey, Permission permission) {
        var environment = installation.environmentOfKey(apiKey).orElseThrow(() -> missing("Environment"));
        require(permission, new Scope.OfEnvironment(environment.id()));
        return environment;
    }

    /** Returns the environment with this key; missing if it does not exist or the actor may not view it. */
    public Environment environment(String apiKey) {
        return installation
                .environmentOfKey(apiKey)
                .filter(environment -> may(Permission.VIEW_ENVIRONMENT, new Scope.OfEnvironment(environment.id())))
                .orElseThrow(() -> missing("Environment"));
    }

    /**
     * Returns the environment with this key for access to its contents; forbidden without this permission on it, or if
     * it does not exist.
     */
    public Environment within(String apiKey, Permission permission) {
        return installation
                .environmentOfKey(apiKey)
                .filter(environment -> may(permission, new Scope.OfEnvironment(environment.id())))
                .orElseThrow(() -> new Rejected(new Rejection.Forbidden()));
    }

    /** Returns the value; missing if it is empty. The name of the kind of object is part of the contract. */
    public static <T> T found(Optional<T> found, String what) {
        return found.orElseThrow(() -> missing(what));
    }

    private static Rejected missing(String what) {
        return new Rejected(new Rejection.Missing(what));
    }
}
