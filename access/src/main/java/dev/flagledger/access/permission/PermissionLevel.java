package dev.flagledger.access.permission;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.grant.GrantPlace;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The levels on which permissions can be granted, with the permissions that Flagsmith's clients know for each. */
public enum PermissionLevel {
    ORGANISATION(
            Permission.ORGANISATION_ADMIN,
            new Right(Permission.CREATE_PROJECT, "Create projects in the organisation"),
            new Right(Permission.MANAGE_USER_GROUPS, "Make, change and delete groups of members")),

    PROJECT(
            Permission.PROJECT_ADMIN,
            new Right(Permission.VIEW_PROJECT, "See the project and its features"),
            new Right(Permission.CREATE_ENVIRONMENT, "Create and copy environments"),
            new Right(Permission.DELETE_FEATURE, "Delete features", true),
            new Right(Permission.CREATE_FEATURE, "Create and change features"),
            new Right(Permission.MANAGE_SEGMENTS, "Create, change and delete segments"),
            new Right(Permission.VIEW_AUDIT_LOG, "Read the audit log"),
            new Right(Permission.MANAGE_TAGS, "Create, change and delete tags"),
            new Right(Permission.MANAGE_PROJECT_LEVEL_CHANGE_REQUESTS, "Publish change requests of segments"),
            new Right(Permission.APPROVE_PROJECT_LEVEL_CHANGE_REQUESTS, "Approve change requests of segments"),
            new Right(Permission.CREATE_PROJECT_LEVEL_CHANGE_REQUESTS, "Make change requests of segments")),

    ENVIRONMENT(
            Permission.ENVIRONMENT_ADMIN,
            new Right(Permission.VIEW_ENVIRONMENT, "See the environment and the states of its features"),
            new Right(Permission.UPDATE_FEATURE_STATE, "Switch features and change their values", true),
            new Right(Permission.MANAGE_IDENTITIES, "Create, change and delete identities"),
            new Right(Permission.VIEW_IDENTITIES, "See identities and their traits"),
            new Right(Permission.CREATE_CHANGE_REQUEST, "Make change requests", true),
            new Right(Permission.APPROVE_CHANGE_REQUEST, "Approve change requests", true),
            new Right(Permission.MANAGE_SEGMENT_OVERRIDES, "Override features for segments", true));

    private static final Set<Permission> LIMITABLE = Arrays.stream(values())
            .flatMap(level -> level.rights.stream())
            .filter(Right::supportsTag)
            .map(Right::key)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));

    private final Permission admin;

    @SuppressWarnings("ImmutableEnumChecker") // List.of returns immutable lists
    private final List<Right> rights;

    PermissionLevel(Permission admin, Right... rights) {
        this.admin = admin;
        this.rights = List.of(rights);
    }

    /** Returns the permission that includes all others of this level. */
    public Permission admin() {
        return admin;
    }

    /** Returns whether the permission can be granted on this level. */
    public boolean contains(Permission permission) {
        return rights.stream().anyMatch(right -> right.key() == permission);
    }

    /** Returns whether the permission can be limited to features with certain tags. */
    static boolean isLimitable(Permission permission) {
        return LIMITABLE.contains(permission);
    }

    /** Returns the permissions that can be granted on any level, by their name on the wire. */
    public static Optional<Permission> grantable(String key) {
        return Arrays.stream(values())
                .flatMap(level -> level.rights.stream())
                .map(Right::key)
                .filter(permission -> permission.name().equals(key))
                .findAny();
    }

    /** Returns the object that the scope is. */
    static GrantPlace placeOf(Scope scope) {
        return switch (scope) {
            case Scope.OfOrganisation(var id) -> GrantPlace.organisation(id);
            case Scope.OfProject(var id) -> GrantPlace.project(id);
            case Scope.OfEnvironment(var id) -> GrantPlace.environment(id);
            case Scope.Everywhere _, Scope.OfUser _, Scope.OfGroup _, Scope.OfFeature _, Scope.OfFlag _ ->
                throw new IllegalArgumentException("nothing is granted on " + scope);
        };
    }

    /** Returns the permissions that can be granted, in the order in which clients show them. */
    public List<Right> rights() {
        return rights;
    }

    /**
     * A permission that can be granted.
     *
     * @param key name on the wire
     * @param description description for users
     * @param supportsTag whether it can be limited to features with certain tags
     */
    public record Right(Permission key, String description, boolean supportsTag) {

        Right(Permission key, String description) {
            this(key, description, false);
        }
    }
}
