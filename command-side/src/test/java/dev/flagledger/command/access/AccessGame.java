package dev.flagledger.command.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantCommand;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.group.GroupCommand;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.api.organisation.OrganisationCommand;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.role.RoleCommand;
import dev.flagledger.command.organisation.OrganisationDecisions;
import dev.flagledger.engine.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The moves about members, groups and grants. Those of roles and keys are in {@link RoleMoves}, of objects in {@link AccessWorld}. */
final class AccessGame {

    static final int MOVES = 30;

    /**
     * A move; the numbers select the kind, who sends it, and what it is about.
     *
     * @param yes makes somebody an admin, a group a default one, or the like
     */
    record Move(int kind, int actor, int one, int two, boolean yes) {}

    final AccessWorld world = new AccessWorld();
    private final AccessModel model = world.model;
    private final CommandRules rules = new CommandRules(new AccessRules(model));
    private final RoleMoves roles = new RoleMoves(this);
    private int lastId = 80;

    /** Starts with empty groups, roles that are limited by a tag, and a key without rights. */
    AccessGame() {
        var byAna = new Move(0, 0, 0, 0, false);
        var limit = List.of(world.tags.getFirst());
        AccessWorld.GROUPS.forEach(group -> create(byAna, group));
        AccessWorld.ROLES.forEach(
                role -> send(byAna, new RoleCommand.CreateRole(Shop.ORGANISATION, role, RoleMoves.details(limit))));
        send(
                byAna,
                new OrganisationCommand.CreateApiKey(
                        Shop.ORGANISATION, RoleMoves.key(AccessWorld.API_KEYS.getFirst(), false)));
    }

    /** Returns whether anything has happened. */
    boolean make(Move move) {
        var before = world.history.last();
        play(move);
        return !world.history.last().equals(before);
    }

    private void play(Move move) {
        int user = pick(AccessWorld.USERS, move.one());
        int group = pick(AccessWorld.GROUPS, move.two());
        int organisation = Shop.ORGANISATION;
        switch (move.kind()) {
            case 0 -> create(move, group);
            case 1, 2 -> send(move, new GroupCommand.AddGroupMembers(organisation, group, List.of(user)));
            case 3 -> send(move, new GroupCommand.RemoveGroupMembers(organisation, group, List.of(user)));
            case 4 -> send(move, new GroupCommand.ChangeGroupAdmin(organisation, group, user, move.yes()));
            case 5 -> send(move, new GroupCommand.DeleteGroup(organisation, group));
            case 6 -> send(move, new GroupCommand.ChangeGroup(organisation, group, toggled(group)));
            case 7, 8, 9 -> grant(move, user, group);
            case 10 -> withdraw(move);
            case 11, 12 -> send(move, new OrganisationCommand.AdmitMember(organisation, user, role(move)));
            case 13 -> send(move, new OrganisationCommand.RemoveMembers(organisation, Set.of(user)));
            case 14 -> send(move, new OrganisationCommand.LeaveOrganisation(organisation, user));
            case 15 -> send(move, new OrganisationCommand.ChangeMemberRole(organisation, user, role(move)));
            case 16 -> send(move, new OrganisationCommand.ChangeOrganisation(organisation, restricted(move.yes())));
            case 17 -> world.change(move);
            default -> roles.make(move);
        }
    }

    private static Role role(Move move) {
        return move.yes() && move.two() % 3 == 0 ? Role.ADMIN : Role.USER;
    }

    /** Also again with the id of a deleted group, which no group has in fact. */
    private void create(Move move, int group) {
        if (!model.groups.containsKey(group)) {
            send(move, new GroupCommand.CreateGroup(Shop.ORGANISATION, group, group(move.yes())));
        }
    }

    private Edit<GroupDetails> toggled(int group) {
        boolean isDefault = model.defaultGroups.contains(group);
        return new Edit<>(group(isDefault), group(!isDefault));
    }

    private static GroupDetails group(boolean isDefault) {
        return new GroupDetails("group", isDefault, null);
    }

    private Edit<OrganisationSettings> restricted(boolean wanted) {
        return new Edit<>(
                new OrganisationSettings("Acme", null, false, model.restricted),
                new OrganisationSettings("Acme", null, false, wanted));
    }

    private void grant(Move move, int user, int group) {
        var place = pick(AccessWorld.PLACES, move.one() / 7);
        var holder = move.two() % 3 == 0 ? GrantHolder.group(group) : GrantHolder.user(user);
        boolean admin = move.yes() && move.two() % 4 == 0 && place.kind() != GrantPlace.Kind.ORGANISATION;
        var before = model.grants.stream()
                .filter(grant -> grant.holder().equals(holder) && grant.place().equals(place))
                .findAny();
        var grant = new Grant(before.map(Grant::id).orElseGet(this::nextId), holder, place, admin, keys(move));
        send(
                move,
                before.isPresent()
                        ? new GrantCommand.ChangeGrant(Shop.ORGANISATION, new Edit<>(before.get(), grant))
                        : new GrantCommand.GrantPermissions(Shop.ORGANISATION, grant));
    }

    private void withdraw(Move move) {
        if (!model.grants.isEmpty()) {
            var grant = pick(model.grants, move.one());
            send(move, new GrantCommand.WithdrawGrant(Shop.ORGANISATION, grant.id(), grant.place()));
        }
    }

    /** Five of all permissions, of whatever level. */
    static List<Permission> keys(Move move) {
        return Stream.of(0, 1, 2, 3, 4)
                .map(step -> pick(AccessWorld.KEYS, move.two() + step * (1 + move.one() % 5)))
                .toList();
    }

    int nextId() {
        return ++lastId;
    }

    /** Sends the command as an admin in most cases, since many would be refused otherwise. */
    void send(Move move, LedgerCommand command) {
        var admins = model.callers.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
        var sender = pick(move.actor() % 4 != 1 ? admins : AccessWorld.CALLERS, move.actor() / 4);
        var actor = AccessWorld.actor(sender);
        boolean allowed = Authorisation.permits(world.history.state(), command, actor);

        assertThat(allowed).as("%s by %s", command, sender).isEqualTo(rules.maySend(sender, command));
        // Grants on a deleted object are refused by the append, which the fixture has not.
        boolean gone = command.scope() instanceof Scope.OfEnvironment(var id) && !model.environments.contains(id);
        if (allowed && !gone) {
            OrganisationDecisions.of(stream(), command, actor).ifPresent(events -> {
                assertThat(rules.movesOneself(sender, command)).isFalse();
                world.history.then(events.toArray(LedgerEvent[]::new));
                model.apply(command);
            });
        }
    }

    private List<LedgerEvent> stream() {
        var stream = new ArrayList<LedgerEvent>();
        world.history.events().stream()
                .map(recorded -> recorded.event())
                .filter(OrganisationEvent.class::isInstance)
                .forEach(stream::add);
        return stream;
    }

    /** What somebody may that the rules forbid, and the reverse. */
    List<String> differences() {
        var found = new ArrayList<String>();
        for (var caller : AccessWorld.CALLERS) {
            for (var command : CommandRules.samples(AccessWorld.ENVIRONMENTS, AccessWorld.FEATURES)) {
                if (Authorisation.permits(world.history.state(), command, AccessWorld.actor(caller))
                        != rules.maySend(caller, command)) {
                    found.add(command + " by " + caller);
                }
            }
            found.addAll(world.differences(caller, rules.rules()));
        }
        return found;
    }

    static <T> T pick(List<T> from, int number) {
        return from.get(number % from.size());
    }
}
