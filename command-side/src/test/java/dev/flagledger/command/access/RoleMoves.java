package dev.flagledger.command.access;

import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.grant.TaggedPermission;
import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.organisation.OrganisationCommand;
import dev.flagledger.api.role.RoleCommand;
import dev.flagledger.api.role.RoleDetails;
import dev.flagledger.api.role.RoleGrant;
import dev.flagledger.command.access.AccessGame.Move;
import dev.flagledger.command.access.AccessModel.PlainRole;
import dev.flagledger.engine.Shop;
import java.util.List;
import java.util.Map;

/** The moves about roles and API keys. */
record RoleMoves(AccessGame game) {

    void make(Move move) {
        int id = AccessGame.pick(AccessWorld.ROLES, move.actor());
        var role = model().roles.get(id);
        if (role == null) {
            game.send(move, new RoleCommand.CreateRole(Shop.ORGANISATION, id, details(tags(move))));
            return;
        }
        switch (move.kind()) {
            case 18, 19, 20 -> grant(move, id, role);
            case 21, 22, 23 -> hold(move, id, role);
            case 24 -> change(move, id, role);
            case 25 -> revoke(move, id, role);
            case 26 -> remove(move, id, role);
            case 27 -> {
                if (move.yes()) {
                    game.send(move, new RoleCommand.DeleteRole(Shop.ORGANISATION, id));
                }
            }
            default -> changeKey(move, AccessGame.pick(AccessWorld.API_KEYS, move.one()));
        }
    }

    private AccessModel model() {
        return game.world.model;
    }

    static RoleDetails details(List<Integer> tags) {
        return new RoleDetails("role", null, tags);
    }

    private List<Integer> tags(Move move) {
        var known = game.world.tags;
        return move.yes() && !known.isEmpty() ? List.of(AccessGame.pick(known, move.one())) : List.of();
    }

    private void grant(Move move, int id, PlainRole role) {
        var place = AccessGame.pick(AccessWorld.PLACES, move.one() / 7);
        boolean admin = move.two() % 7 == 0 && place.kind() != GrantPlace.Kind.ORGANISATION;
        var held = AccessGame.keys(move).stream()
                .distinct()
                .sorted()
                .map(permission -> held(move, permission))
                .toList();
        var before = role.grants().values().stream()
                .filter(grant -> grant.place().equals(place))
                .findAny();
        int grantId = before.map(RoleGrant::id).orElseGet(game::nextId);
        var grant = new RoleGrant(grantId, place, admin, held);
        game.send(
                move,
                before.isPresent()
                        ? new RoleCommand.ChangeRights(Shop.ORGANISATION, id, grant)
                        : new RoleCommand.GrantRights(Shop.ORGANISATION, id, grant));
    }

    private TaggedPermission held(Move move, Permission permission) {
        return AccessRules.LIMITABLE.contains(permission)
                ? new TaggedPermission(permission, tags(move))
                : TaggedPermission.everywhere(permission);
    }

    private void hold(Move move, int id, PlainRole role) {
        var holder = holder(move);
        if (holder.kind() == GrantHolder.Kind.API_KEY && !model().callers.containsKey(holder)) {
            changeKey(move, holder.id());
        } else if (!role.holders().containsValue(holder)) {
            game.send(move, new RoleCommand.AddHolder(Shop.ORGANISATION, id, game.nextId(), holder));
        }
    }

    private static GrantHolder holder(Move move) {
        return switch (move.one() % 3) {
            case 0 -> GrantHolder.user(AccessGame.pick(AccessWorld.USERS, move.two()));
            case 1 -> GrantHolder.group(AccessGame.pick(AccessWorld.GROUPS, move.two()));
            default -> GrantHolder.apiKey(AccessGame.pick(AccessWorld.API_KEYS, move.two()));
        };
    }

    private void change(Move move, int id, PlainRole role) {
        var edit = new Edit<>(details(role.tags()), details(tags(move)));
        game.send(move, new RoleCommand.ChangeRole(Shop.ORGANISATION, id, edit));
    }

    private void revoke(Move move, int id, PlainRole role) {
        role.grants().values().stream()
                .findAny()
                .ifPresent(grant -> game.send(
                        move, new RoleCommand.RevokeRights(Shop.ORGANISATION, id, grant.id(), grant.place())));
    }

    private void remove(Move move, int id, PlainRole role) {
        role.holders().entrySet().stream()
                .findAny()
                .map(Map.Entry::getKey)
                .ifPresent(holding -> game.send(move, new RoleCommand.RemoveHolder(Shop.ORGANISATION, id, holding)));
    }

    /** Creates, changes or revokes a key; also again with the id of a revoked one, which no key has in fact. */
    private void changeKey(Move move, int id) {
        var admin = model().callers.get(GrantHolder.apiKey(id));
        if (admin == null) {
            game.send(move, new OrganisationCommand.CreateApiKey(Shop.ORGANISATION, key(id, move.two() % 4 == 0)));
        } else if (move.yes()) {
            var edit = new Edit<>(key(id, admin), key(id, !admin));
            game.send(move, new OrganisationCommand.ChangeApiKey(Shop.ORGANISATION, edit));
        } else {
            game.send(move, new OrganisationCommand.RevokeApiKey(Shop.ORGANISATION, id));
        }
    }

    static ApiKey key(int id, boolean admin) {
        return new ApiKey(id, "prefix" + id, "key", null, admin);
    }
}
