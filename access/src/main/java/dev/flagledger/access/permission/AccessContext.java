package dev.flagledger.access.permission;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.OwnedWebhooks;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.organisation.User;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.webhook.Webhook;
import java.util.List;
import java.util.Optional;

/**
 * Lookups in the installation on behalf of an actor. Objects that the actor may not view are rejected as in Flagsmith:
 * some as missing, others as forbidden.
 *
 * @param now the current state, which decides what the actor may do
 * @param installation the state that is shown: the current one or an earlier one
 */
public record AccessContext(Installation now, Installation installation, Actor actor) {

    /** Creates a context that shows the current state. */
    public AccessContext(Installation now, Actor actor) {
        this(now, now, actor);
    }

    /** Returns a context with the same permissions that shows another state. */
    public AccessContext showing(Installation shown) {
        return new AccessContext(now, shown, actor);
    }

    /** Returns whether an earlier state is shown. */
    public boolean showsPast() {
        return installation != now;
    }

    /**
     * Returns whether the actor holds the permission on the scope. On an object that is shown but was deleted since,
     * only admins of its organisation hold permissions.
     */
    public boolean may(Permission permission, Scope scope) {
        return AccessPolicy.may(now, actor, permission, scope)
                || organisationOfDeleted(scope)
                        .filter(id -> AccessPolicy.may(
                                now, actor, Permission.ORGANISATION_ADMIN, new Scope.OfOrganisation(id)))
                        .isPresent();
    }

    private Optional<Integer> organisationOfDeleted(Scope scope) {
        return now.projectOf(scope).isPresent()
                ? Optional.empty()
                : installation.projectOf(scope).map(Project::organisationId);
    }

    /**
     * Returns whether the actor holds the permission on the scope, or at least on some of the features in it. The command
     * decides about each feature then.
     */
    public boolean mayOnSome(Permission permission, Scope scope) {
        return may(permission, scope) || AccessPolicy.mayOnSome(now, actor, permission, scope);
    }

    private void requireOnSome(Permission permission, Scope scope) {
        if (!mayOnSome(permission, scope)) {
            throw new Rejected(new Rejection.Forbidden());
        }
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

    /** Returns the ids of the shown organisations that the actor is an admin of. */
    public List<Integer> administeredOrganisations() {
        return installation.organisations().keySet().stream()
                .filter(id -> may(Permission.ORGANISATION_ADMIN, new Scope.OfOrganisation(id)))
                .toList();
    }

    /** Returns the actor's own account; forbidden if the actor is not a user. */
    public User account() {
        var id = actor.userId();
        if (id == null) {
            throw new Rejected(new Rejection.Forbidden());
        }
        return found(now.user(id), "FFAdminUser");
    }

    /** Returns the organisation; forbidden without this permission on it, or if it does not exist. */
    public Organisation organisation(int id, Permission permission) {
        require(permission, new Scope.OfOrganisation(id));
        return installation.organisation(id).orElseThrow(() -> new Rejected(new Rejection.Forbidden()));
    }

    /** Returns the organisation whose directory the actor is; forbidden if it is none, or its connection has ended. */
    public Organisation directed() {
        return AccessPolicy.directed(installation, actor).orElseThrow(() -> new Rejected(new Rejection.Forbidden()));
    }

    /** Returns the project; missing if it does not exist or the actor may not view it. */
    public Project project(int id) {
        return installation
                .project(id)
                .filter(project -> may(Permission.VIEW_PROJECT, new Scope.OfProject(id)))
                .orElseThrow(() -> missing("Project"));
    }

    /** Returns the project; forbidden without this permission on some features in it, or if it does not exist. */
    public Project project(int id, Permission permission) {
        requireOnSome(permission, new Scope.OfProject(id));
        return installation.project(id).orElseThrow(() -> new Rejected(new Rejection.Forbidden()));
    }

    /** Returns the environment with this current key, as it is shown, regardless of permissions. */
    Optional<Environment> environmentOfKey(String apiKey) {
        return now.environmentOfKey(apiKey).flatMap(environment -> installation.environment(environment.id()));
    }

    /**
     * Returns the environment with this key; missing if it does not exist, forbidden without this permission on some
     * features in it.
     */
    public Environment environment(String apiKey, Permission permission) {
        var environment = environmentOfKey(apiKey).orElseThrow(() -> missing("Environment"));
        requireOnSome(permission, new Scope.OfEnvironment(environment.id()));
        return environment;
    }

    /** Returns the environment with this key; missing if it does not exist or the actor may not view it. */
    public Environment environment(String apiKey) {
        return environmentOfKey(apiKey)
                .filter(environment -> may(Permission.VIEW_ENVIRONMENT, new Scope.OfEnvironment(environment.id())))
                .orElseThrow(() -> missing("Environment"));
    }

    /**
     * Returns the environment with this key for access to its contents; forbidden without this permission on some
     * features in it, or if it does not exist.
     */
    public Environment within(String apiKey, Permission permission) {
        return environmentOfKey(apiKey)
                .filter(environment -> mayOnSome(permission, new Scope.OfEnvironment(environment.id())))
                .orElseThrow(() -> new Rejected(new Rejection.Forbidden()));
    }

    /** Returns the environment with this key as an owner whose webhooks the actor administers; forbidden otherwise. */
    public WebhookOwner ownerOfWebhooks(String apiKey) {
        return WebhookOwner.environment(
                within(apiKey, Permission.ENVIRONMENT_ADMIN).id());
    }

    /** Returns the environment with this key as the owner of its webhook for identities, which the actor administers; forbidden otherwise. */
    public WebhookOwner ownerOfIdentityWebhook(String apiKey) {
        return WebhookOwner.identities(
                within(apiKey, Permission.ENVIRONMENT_ADMIN).id());
    }

    /** Returns the organisation as an owner whose webhooks the actor administers; rejected as unprivileged otherwise. */
    public WebhookOwner ownerOfWebhooks(int organisationId) {
        requireAdmin(organisationId);
        return WebhookOwner.organisation(organisationId);
    }

    /** Returns the webhook of an owner, regardless of permissions; missing if it does not exist. */
    public Webhook webhook(WebhookOwner owner, int id) {
        var webhooks = OwnedWebhooks.of(installation, owner);
        var what = switch (owner.kind()) {
            case ENVIRONMENT -> "Webhook";
            case ORGANISATION -> "OrganisationWebhook";
            case IDENTITIES -> "WebhookConfiguration";
        };
        return found(Optional.ofNullable(webhooks.get(id)), what);
    }

    /** Returns the value; missing if it is empty. The name of the kind of object is part of the contract. */
    public static <T> T found(Optional<T> found, String what) {
        return found.orElseThrow(() -> missing(what));
    }

    private static Rejected missing(String what) {
        return new Rejected(new Rejection.Missing(what));
    }
}
