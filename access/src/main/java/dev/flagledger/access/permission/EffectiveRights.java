package dev.flagledger.access.permission;

import dev.flagledger.api.Actor;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.engine.state.Installation;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The permissions of an actor on a scope, and where they come from.
 *
 * @param admin whether all permissions are held; the others are not listed then
 * @param rights the permissions held on all features
 * @param limited permissions held only on features with one of these tags
 * @param inherited whether the actor is admin because of a wider object: the organisation, or an environment's project
 * @param sources what is granted on the scope itself
 */
public record EffectiveRights(
        boolean admin, List<Permission> rights, List<Limited> limited, boolean inherited, List<RightsSource> sources) {

    private static final EffectiveRights NONE = new EffectiveRights(false, List.of(), List.of(), false, List.of());

    /**
     * Permissions that are limited to features with one of these tags.
     *
     * @param tags ids of tags
     */
    public record Limited(Set<Permission> permissions, List<Integer> tags) {}

    /** Returns the permissions of an actor on a scope of this level. */
    public static EffectiveRights of(Installation installation, Actor actor, PermissionLevel level, Scope scope) {
        var standing = Standing.of(installation, actor, scope);
        if (standing == null) {
            return NONE;
        }
        var sources = standing.sources().on(PermissionLevel.placeOf(scope));
        if (AccessPolicy.may(installation, actor, level.admin(), scope)) {
            boolean own =
                    level != PermissionLevel.ORGANISATION && sources.stream().anyMatch(RightsSource::admin);
            return new EffectiveRights(true, List.of(), List.of(), !own, sources);
        }
        var held = level.rights().stream()
                .map(PermissionLevel.Right::key)
                .filter(permission -> AccessPolicy.may(installation, actor, permission, scope))
                .sorted()
                .toList();
        var limited = limited(sources, level, held);
        return new EffectiveRights(false, held, limited, false, sources);
    }

    /** Permissions by the same tags are listed together. */
    private static List<Limited> limited(List<RightsSource> sources, PermissionLevel level, List<Permission> held) {
        Map<List<Integer>, Set<Permission>> byTags = new TreeMap<>(Comparator.comparing(List::toString));
        sources.stream()
                .flatMap(source -> source.permissions().stream())
                .filter(granted -> !granted.tags().isEmpty())
                .filter(granted -> level.contains(granted.permission()) && !held.contains(granted.permission()))
                .forEach(granted -> byTags.computeIfAbsent(granted.tags(), _ -> EnumSet.noneOf(Permission.class))
                        .add(granted.permission()));
        return byTags.entrySet().stream()
                .map(entry -> new Limited(entry.getValue(), entry.getKey()))
                .toList();
    }

    /** Returns the sources that grant this permission, with or without a limit. */
    public Stream<RightsSource> granting(Permission permission) {
        return sources.stream().filter(source -> source.names(permission));
    }

    /** Returns all permissions that are held at least on some features, sorted. */
    public List<Permission> held() {
        return Stream.concat(rights.stream(), limited.stream().flatMap(some -> some.permissions().stream()))
                .distinct()
                .sorted()
                .toList();
    }
}
