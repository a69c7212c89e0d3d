package dev.flagledger.command.access;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.grant.TaggedPermission;
import dev.flagledger.engine.Shop;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The permissions of Flagsmith's admin API, as its documentation and {@code docs/access.md} tell them, in the simplest way: by a
 * search of all rows.
 */
record AccessRules(AccessModel model) {

    static final List<Permission> OF_ORGANISATIONS = List.of(Permission.CREATE_PROJECT, Permission.MANAGE_USER_GROUPS);

    static final List<Permission> OF_PROJECTS = List.of(
            Permission.VIEW_PROJECT,
            Permission.CREATE_ENVIRONMENT,
            Permission.DELETE_FEATURE,
            Permission.CREATE_FEATURE,
            Permission.MANAGE_SEGMENTS,
            Permission.VIEW_AUDIT_LOG,
            Permission.MANAGE_TAGS,
            Permission.MANAGE_PROJECT_LEVEL_CHANGE_REQUESTS,
            Permission.APPROVE_PROJECT_LEVEL_CHANGE_REQUESTS,
            Permission.CREATE_PROJECT_LEVEL_CHANGE_REQUESTS);

    static final List<Permission> OF_ENVIRONMENTS = List.of(
            Permission.VIEW_ENVIRONMENT,
            Permission.UPDATE_FEATURE_STATE,
            Permission.MANAGE_IDENTITIES,
            Permission.VIEW_IDENTITIES,
            Permission.CREATE_CHANGE_REQUEST,
            Permission.APPROVE_CHANGE_REQUEST,
            Permission.MANAGE_SEGMENT_OVERRIDES);

    /** The permissions that can be limited by tags. */
    static final Set<Permission> LIMITABLE = EnumSet.of(
            Permission.DELETE_FEATURE,
            Permission.UPDATE_FEATURE_STATE,
            Permission.CREATE_CHANGE_REQUEST,
            Permission.APPROVE_CHANGE_REQUEST,
            Permission.MANAGE_SEGMENT_OVERRIDES);

    private static final GrantPlace ACME = GrantPlace.organisation(Shop.ORGANISATION);
    private static final GrantPlace SHOP = GrantPlace.project(Shop.PROJECT);

    /**
     * What somebody has on an object from one source.
     *
     * @param held permissions, each with the tags that it is limited to
     */
    private record Row(boolean admin, List<TaggedPermission> held) {}

    boolean may(GrantHolder caller, Permission permission, Scope scope) {
        var environment = environment(scope);
        boolean gone = environment != null && !model.environments.contains(environment);
        if (gone || !model.callers.containsKey(caller)) {
            return false;
        }
        boolean ofProject = !(scope instanceof Scope.OfOrganisation || scope instanceof Scope.OfGroup);
        boolean projectAdmin = isAdmin(caller) || (ofProject && isAdmin(caller, SHOP));
        boolean scopeAdmin =
                projectAdmin || (environment != null && isAdmin(caller, GrantPlace.environment(environment)));
        return isAdmin(caller)
                || switch (permission) {
                    case VIEW_ORGANISATION -> true;
                    case CREATE_PROJECT -> !model.restricted && holds(caller, ACME, permission, scope);
                    case MANAGE_USER_GROUPS -> holds(caller, ACME, permission, scope);
                    case MANAGE_GROUP ->
                        isAdminOfGroup(caller, scope) || holds(caller, ACME, Permission.MANAGE_USER_GROUPS, scope);
                    case PROJECT_ADMIN -> projectAdmin;
                    case ENVIRONMENT_ADMIN, MANAGE_GRANTS, MANAGE_METADATA, MANAGE_WEBHOOKS -> scopeAdmin;
                    default ->
                        (OF_PROJECTS.contains(permission)
                                        && (projectAdmin || (ofProject && holds(caller, SHOP, permission, scope))))
                                || (OF_ENVIRONMENTS.contains(permission)
                                        && (scopeAdmin
                                                || (environment != null
                                                        && holds(
                                                                caller,
                                                                GrantPlace.environment(environment),
                                                                permission,
                                                                scope))));
                };
    }

    boolean isAdmin(GrantHolder caller) {
        return model.callers.getOrDefault(caller, false);
    }

    private boolean isAdmin(GrantHolder caller, GrantPlace place) {
        return rows(caller, place).anyMatch(Row::admin);
    }

    private boolean isAdminOfGroup(GrantHolder caller, Scope scope) {
        return caller.kind() == GrantHolder.Kind.USER
                && scope instanceof Scope.OfGroup(var _, var group)
                && model.groups.getOrDefault(group, Map.of()).getOrDefault(caller.id(), false);
    }

    private boolean holds(GrantHolder caller, GrantPlace place, Permission permission, Scope scope) {
        var tags = tags(scope);
        return rows(caller, place)
                .flatMap(row -> row.held().stream())
                .anyMatch(held -> held.permission() == permission
                        && (held.tags().isEmpty() || !Collections.disjoint(held.tags(), tags)));
    }

    /** A role's own tags limit what it holds without tags, if that can be limited. */
    private Stream<Row> rows(GrantHolder caller, GrantPlace place) {
        var sources = Stream.concat(Stream.of(caller), groups(caller)).toList();
        var granted = model.grants.stream()
                .filter(grant -> grant.place().equals(place) && sources.contains(grant.holder()))
                .map(grant -> new Row(
                        grant.admin(),
                        grant.permissions().stream()
                                .map(TaggedPermission::everywhere)
                                .toList()));
        var byRoles = model.roles.values().stream()
                .filter(role -> !Collections.disjoint(role.holders().values(), sources))
                .flatMap(role -> role.grants().values().stream()
                        .filter(grant -> grant.place().equals(place))
                        .map(grant -> new Row(
                                grant.admin(),
                                grant.permissions().stream()
                                        .map(held -> limited(held, role.tags()))
                                        .toList())));
        return Stream.concat(granted, byRoles);
    }

    private static TaggedPermission limited(TaggedPermission held, List<Integer> tags) {
        return held.tags().isEmpty() && LIMITABLE.contains(held.permission())
                ? new TaggedPermission(held.permission(), tags)
                : held;
    }

    private Stream<GrantHolder> groups(GrantHolder caller) {
        return model.groups.entrySet().stream()
                .filter(group -> caller.kind() == GrantHolder.Kind.USER
                        && group.getValue().containsKey(caller.id()))
                .map(group -> GrantHolder.group(group.getKey()));
    }

    private Collection<Integer> tags(Scope scope) {
        return switch (scope) {
            case Scope.OfFeature(var _, var feature) -> model.features.getOrDefault(feature, List.of());
            case Scope.OfFlag(var _, var feature) -> model.features.getOrDefault(feature, List.of());
            default -> List.of();
        };
    }

    private static @Nullable Integer environment(Scope scope) {
        return switch (scope) {
            case Scope.OfEnvironment(var id) -> id;
            case Scope.OfFlag(var id, var _) -> id;
            default -> null;
        };
    }
}
