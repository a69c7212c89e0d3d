package dev.flagledger.command.access;

import dev.flagledger.access.permission.AccessPolicy;
import dev.flagledger.access.permission.EffectiveRights;
import dev.flagledger.access.permission.PermissionLevel;
import dev.flagledger.api.Actor;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.ProjectEvent.TagDeleted;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.project.Tag;
import dev.flagledger.command.access.AccessGame.Move;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** The callers and objects of the play: two features with tags in two environments. */
final class AccessWorld {

    private static final int CY = 9;
    private static final int EVE = 10;
    private static final int SEARCH = 17;

    static final List<Integer> USERS = List.of(Shop.ANA, Shop.BO, CY, EVE);
    static final List<Integer> API_KEYS = List.of(71, 72);
    static final List<GrantHolder> CALLERS = Stream.concat(
                    USERS.stream().map(GrantHolder::user), API_KEYS.stream().map(GrantHolder::apiKey))
            .toList();
    static final List<Integer> GROUPS = List.of(61, 62);
    static final List<Integer> ROLES = List.of(51, 52);
    static final List<Integer> FEATURES = List.of(Shop.BASKET, SEARCH);
    static final List<Integer> ENVIRONMENTS = List.of(Shop.LIVE, Shop.STAGING);
    static final List<GrantPlace> PLACES = List.of(
            GrantPlace.organisation(Shop.ORGANISATION),
            GrantPlace.project(Shop.PROJECT),
            GrantPlace.environment(Shop.LIVE),
            GrantPlace.environment(Shop.STAGING));

    /** All permissions that can be granted. */
    static final List<Permission> KEYS = Stream.of(
                    AccessRules.OF_ORGANISATIONS, AccessRules.OF_PROJECTS, AccessRules.OF_ENVIRONMENTS)
            .flatMap(List::stream)
            .toList();

    private static final List<Permission> ASKED = Stream.concat(
                    KEYS.stream(),
                    Stream.of(
                            Permission.VIEW_ORGANISATION,
                            Permission.ORGANISATION_ADMIN,
                            Permission.MANAGE_MEMBERS,
                            Permission.MANAGE_GROUP,
                            Permission.MANAGE_GRANTS,
                            Permission.MANAGE_METADATA,
                            Permission.MANAGE_WEBHOOKS,
                            Permission.PROJECT_ADMIN,
                            Permission.ENVIRONMENT_ADMIN))
            .toList();

    private static final List<Scope> SCOPES = Stream.of(
                    PLACES.stream().map(GrantPlace::scope),
                    GROUPS.stream().map(group -> new Scope.OfGroup(Shop.ORGANISATION, group)),
                    FEATURES.stream().map(feature -> new Scope.OfFeature(Shop.PROJECT, feature)),
                    FEATURES.stream()
                            .flatMap(feature ->
                                    ENVIRONMENTS.stream().map(environment -> new Scope.OfFlag(environment, feature))))
            .<Scope>flatMap(scopes -> scopes)
            .toList();

    final History history = Shop.withBasket();
    final AccessModel model = new AccessModel();

    /** The tags that exist. */
    final List<Integer> tags = new ArrayList<>(List.of(31, 32));

    AccessWorld() {
        history.then(Shop.feature(SEARCH, "search", 107, 108), new MemberJoined(Shop.ORGANISATION, CY, Role.USER));
        tags.forEach(
                id -> history.then(new TagCreated(Shop.PROJECT, new Tag(id, Shop.id(id), "tag", "#333", null, false))));
        tag(Shop.BASKET, List.of(31));
        model.callers.put(GrantHolder.user(Shop.ANA), true);
        model.callers.put(GrantHolder.user(Shop.BO), false);
        model.callers.put(GrantHolder.user(CY), false);
    }

    static Actor actor(GrantHolder caller) {
        return caller.kind() == GrantHolder.Kind.USER
                ? Actor.user(caller.id(), "user@example.test")
                : Actor.apiKey(caller.id(), "key");
    }

    /** Tags a feature, or deletes a tag or an environment. */
    void change(Move move) {
        if (move.two() % 5 == 0 && model.environments.contains(Shop.STAGING)) {
            history.then(new EnvironmentDeleted(Shop.STAGING));
            model.deleteEnvironment(Shop.STAGING);
        } else if (move.two() % 5 == 1 && !tags.isEmpty()) {
            int tag = tags.remove(move.one() % tags.size());
            history.then(new TagDeleted(Shop.PROJECT, tag));
            model.deleteTag(tag);
        } else {
            int feature = AccessGame.pick(FEATURES, move.one());
            var tagged = List.copyOf(tags.subList(0, move.two() % (tags.size() + 1)));
            tag(feature, tagged);
        }
    }

    private void tag(int feature, List<Integer> tagged) {
        history.then(new FeatureChanged(feature, new FeatureDetails(null, false, false, tagged, List.of())));
        model.features.put(feature, tagged);
    }

    /** What the caller may that the rules forbid, and the reverse; also as they are shown. */
    List<String> differences(GrantHolder caller, AccessRules rules) {
        var found = new ArrayList<String>();
        for (var scope : SCOPES) {
            for (var permission : ASKED) {
                if (AccessPolicy.may(history.state(), actor(caller), permission, scope)
                        != rules.may(caller, permission, scope)) {
                    found.add(permission + " on " + scope + " by " + caller);
                }
            }
        }
        for (var level : PermissionLevel.values()) {
            PLACES.stream()
                    .filter(place -> place.kind().name().equals(level.name()))
                    .filter(place -> !shown(caller, level, place.scope()).equals(held(caller, level, place, rules)))
                    .forEach(place -> found.add("what is shown on " + place + " to " + caller));
        }
        return found;
    }

    private EnumSet<Permission> shown(GrantHolder caller, PermissionLevel level, Scope scope) {
        var shown = EnumSet.noneOf(Permission.class);
        var rights = EffectiveRights.of(history.state(), actor(caller), level, scope);
        shown.addAll(rights.rights());
        if (rights.admin()) {
            shown.add(level.admin());
        }
        return shown;
    }

    private static EnumSet<Permission> held(
            GrantHolder caller, PermissionLevel level, GrantPlace place, AccessRules rules) {
        if (rules.may(caller, level.admin(), place.scope())) {
            return EnumSet.of(level.admin());
        }
        var held = EnumSet.noneOf(Permission.class);
        KEYS.stream()
                .filter(level::contains)
                .filter(permission -> rules.may(caller, permission, place.scope()))
                .forEach(held::add);
        return held;
    }
}
