package dev.flagledger.access.permission;

import dev.flagledger.api.Actor;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of permissions. Admins of an organisation hold all in it, admins of a project or an environment all in that.
 * Other members hold what is granted to them, to their groups, or by a role of either. No permission implies another.
 */
public final class AccessPolicy {

    /** What the directory of an organisation does: it decides who is a member, and who is in which group. */
    private static final Set<Permission> OF_DIRECTORIES =
            EnumSet.of(Permission.MANAGE_MEMBERS, Permission.MANAGE_USER_GROUPS, Permission.MANAGE_GROUP);

    private AccessPolicy() {}

    /**
     * Returns whether the actor holds the permission on the scope. The system holds all permissions. A permission that is
     * limited by tags is held on {@linkplain Scope.OfFeature features} and {@linkplain Scope.OfFlag flags} only.
     */
    public static boolean may(Installation installation, Actor actor, Permission permission, Scope scope) {
        if (actor.kind() == Actor.Kind.SYSTEM) {
            return true;
        }
        return switch (permission) {
            case ANYONE -> true;
            case LOGGED_IN -> actor.kind() == Actor.Kind.USER && actor.id() != null;
            case SELF -> scope instanceof Scope.OfUser(var userId) && isUser(actor, userId);
            case INSTALLATION_ADMIN -> isSuperuser(installation, actor);
            case DESCRIBE_IDENTITIES ->
                isApplication(installation, actor, scope)
                        || may(installation, actor, Permission.MANAGE_IDENTITIES, scope);
            default -> {
                if (actor.kind() == Actor.Kind.SCIM) {
                    yield isDirectory(installation, actor, scope) && OF_DIRECTORIES.contains(permission);
                }
                var standing = Standing.of(installation, actor, scope);
                yield standing != null && (standing.isAdmin() || may(standing, permission, scope));
            }
        };
    }

    /** Returns whether the actor holds a permission that is limited by tags in the project or environment. */
    static boolean mayOnSome(Installation installation, Actor actor, Permission permission, Scope scope) {
        if (!PermissionLevel.isLimitable(permission)) {
            return false;
        }
        var standing = Standing.of(installation, actor, scope);
        return standing != null && standing.isGrantedOnSome(permission, scope);
    }

    /** Of members that are not admins of the organisation. */
    private static boolean may(Standing standing, Permission permission, Scope scope) {
        return switch (permission) {
            case VIEW_ORGANISATION -> true;
            case ORGANISATION_ADMIN, MANAGE_MEMBERS -> false;
            case CREATE_PROJECT ->
                !standing.organisation().settings().restrictProjectCreateToAdmin()
                        && standing.isGrantedOnOrganisation(permission);
            case MANAGE_USER_GROUPS -> standing.isGrantedOnOrganisation(permission);
            case MANAGE_GROUP ->
                standing.administersGroup(scope) || standing.isGrantedOnOrganisation(Permission.MANAGE_USER_GROUPS);
            case MANAGE_METADATA, MANAGE_WEBHOOKS, MANAGE_GRANTS, ENVIRONMENT_ADMIN -> standing.administers(scope);
            case PROJECT_ADMIN -> standing.administersProject();
            case VIEW_PROJECT,
                    VIEW_AUDIT_LOG,
                    CREATE_ENVIRONMENT,
                    CREATE_FEATURE,
                    DELETE_FEATURE,
                    MANAGE_TAGS,
                    MANAGE_SEGMENTS,
                    MANAGE_PROJECT_LEVEL_CHANGE_REQUESTS,
                    APPROVE_PROJECT_LEVEL_CHANGE_REQUESTS,
                    CREATE_PROJECT_LEVEL_CHANGE_REQUESTS ->
                standing.administersProject() || standing.isGrantedOnProject(permission, scope);
            case VIEW_ENVIRONMENT,
                    UPDATE_FEATURE_STATE,
                    MANAGE_SEGMENT_OVERRIDES,
                    VIEW_IDENTITIES,
                    MANAGE_IDENTITIES,
                    CREATE_CHANGE_REQUEST,
                    APPROVE_CHANGE_REQUEST ->
                standing.administers(scope) || standing.isGrantedOnEnvironment(permission, scope);
            case ANYONE, LOGGED_IN, SELF, INSTALLATION_ADMIN, DESCRIBE_IDENTITIES ->
                throw new IllegalArgumentException("not held in an organisation: " + permission);
        };
    }

    /**
     * Returns the role of the actor in the organisation of the scope; empty if the actor is not a member or the scope
     * does not exist.
     */
    public static Optional<Role> roleIn(Installation installation, Actor actor, Scope scope) {
        return Optional.ofNullable(Standing.of(installation, actor, scope)).map(Standing::role);
    }

    private static boolean isApplication(Installation installation, Actor actor, Scope scope) {
        var holds = actor.kind() == Actor.Kind.SDK ? actor.id() : null;
        return holds != null
                && scope instanceof Scope.OfEnvironment(var id)
                && id == holds
                && installation.environment(id).isPresent();
    }

    private static boolean isDirectory(Installation installation, Actor actor, Scope scope) {
        var id = directed(installation, actor).map(Organisation::id);
        return switch (scope) {
            case Scope.OfOrganisation(var organisation) -> id.equals(Optional.of(organisation));
            case Scope.OfGroup(var organisation, var _) -> id.equals(Optional.of(organisation));
            case Scope.Everywhere _,
                    Scope.OfUser _,
                    Scope.OfProject _,
                    Scope.OfEnvironment _,
                    Scope.OfFeature _,
                    Scope.OfFlag _ -> false;
        };
    }

    /** Returns the organisation whose directory the actor is; empty if it is none, or its connection has ended. */
    static Optional<Organisation> directed(Installation installation, Actor actor) {
        return Optional.ofNullable(actor.kind() == Actor.Kind.SCIM ? actor.id() : null)
                .flatMap(installation::organisation)
                .filter(organisation -> organisation.access().provisioning().connection() != null);
    }

    private static boolean isUser(Actor actor, int userId) {
        var id = actor.id();
        return actor.kind() == Actor.Kind.USER && id != null && id == userId;
    }

    private static boolean isSuperuser(Installation installation, Actor actor) {
        return Optional.ofNullable(actor.userId())
                .flatMap(installation::user)
                .filter(user -> user.standing().superuser() && user.standing().active())
                .isPresent();
    }
}
