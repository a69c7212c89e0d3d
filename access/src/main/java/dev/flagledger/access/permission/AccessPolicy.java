package dev.flagledger.access.permission;

import dev.flagledger.api.Actor;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.project.Project;
import java.util.Optional;

/** The rules of permissions: admins hold all in their organisation, other members may view its projects. */
public final class AccessPolicy {

    private AccessPolicy() {}

    /** Returns whether the actor holds the permission on the scope. The system holds all permissions. */
    public static boolean may(Installation installation, Actor actor, Permission permission, Scope scope) {
        if (actor.kind() == Actor.Kind.SYSTEM) {
            return true;
        }
        return switch (permission) {
            case ANYONE -> true;
            case LOGGED_IN -> actor.kind() == Actor.Kind.USER && actor.id() != null;
            case SELF -> scope instanceof Scope.OfUser(var userId) && isUser(actor, userId);
            case VIEW_ORGANISATION, VIEW_PROJECT, VIEW_ENVIRONMENT ->
                roleIn(installation, actor, scope).isPresent();
            case DESCRIBE_IDENTITIES ->
                isApplication(installation, actor, scope)
                        || may(installation, actor, Permission.MANAGE_IDENTITIES, scope);
            case CREATE_PROJECT,
                    ORGANISATION_ADMIN,
                    MANAGE_METADATA,
                    MANAGE_WEBHOOKS,
                    VIEW_AUDIT_LOG,
                    PROJECT_ADMIN,
                    CREATE_ENVIRONMENT,
                    CREATE_FEATURE,
                    DELETE_FEATURE,
                    MANAGE_TAGS,
                    MANAGE_SEGMENTS,
                    ENVIRONMENT_ADMIN,
                    UPDATE_FEATURE_STATE,
                    MANAGE_SEGMENT_OVERRIDES,
                    VIEW_IDENTITIES,
                    MANAGE_IDENTITIES ->
                roleIn(installation, actor, scope).filter(Role.ADMIN::equals).isPresent();
        };
    }

    /**
     * Returns the role of the actor in the organisation of the scope; empty if the actor is not a member or the scope
     * does not exist.
     */
    public static Optional<Role> roleIn(Installation installation, Actor actor, Scope scope) {
        var organisationId = scope instanceof Scope.OfOrganisation(var id)
                ? Optional.of(id)
                : installation.projectOf(scope).map(Project::organisationId);
        return organisationId.flatMap(installation::organisation).flatMap(organisation -> role(organisation, actor));
    }

    private static Optional<Role> role(Organisation organisation, Actor actor) {
        var id = actor.id();
        if (id == null) {
            return Optional.empty();
        }
        return switch (actor.kind()) {
            case USER -> Optional.ofNullable(organisation.members().get(id));
            case API_KEY -> organisation.apiKeys().containsKey(id) ? Optional.of(Role.ADMIN) : Optional.empty();
            case ANONYMOUS, SDK, SCHEDULE, SYSTEM -> Optional.empty();
        };
    }

    private static boolean isApplication(Installation installation, Actor actor, Scope scope) {
        var holds = actor.kind() == Actor.Kind.SDK ? actor.id() : null;
        return holds != null
                && scope instanceof Scope.OfEnvironment(var id)
                && id == holds
                && installation.environment(id).isPresent();
    }

    private static boolean isUser(Actor actor, int userId) {
        var id = actor.id();
        return actor.kind() == Actor.Kind.USER && id != null && id == userId;
    }
}
