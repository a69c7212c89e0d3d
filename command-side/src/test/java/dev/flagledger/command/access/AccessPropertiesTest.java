package dev.flagledger.command.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.permission.AccessPolicy;
import dev.flagledger.api.Actor;
import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantCommand;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.group.GroupCommand;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.command.organisation.OrganisationDecisions;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

/**
 * A random play of members who grant, withdraw, group, leave and come back: after each move, everybody may do exactly what
 * {@link AccessModel} says, and a command that the model forbids is refused.
 */
class AccessPropertiesTest {

    private static final int CY = 9;
    private static final int EVE = 10;
    private static final List<Integer> USERS = List.of(Shop.ANA, Shop.BO, CY, EVE);
    private static final List<Integer> GROUPS = List.of(61, 62);
    private static final List<GrantPlace> PLACES = List.of(
            GrantPlace.organisation(Shop.ORGANISATION),
            GrantPlace.project(Shop.PROJECT),
            GrantPlace.environment(Shop.LIVE),
            GrantPlace.environment(Shop.STAGING));
    private static final List<Permission> KEYS = List.of(
            Permission.CREATE_PROJECT,
            Permission.MANAGE_USER_GROUPS,
            Permission.VIEW_PROJECT,
            Permission.CREATE_FEATURE,
            Permission.DELETE_FEATURE,
            Permission.VIEW_ENVIRONMENT,
            Permission.UPDATE_FEATURE_STATE);
    private static final List<Permission> ASKED = Stream.concat(
                    KEYS.stream(),
                    Stream.of(
                            Permission.VIEW_ORGANISATION,
                            Permission.ORGANISATION_ADMIN,
                            Permission.MANAGE_GROUP,
                            Permission.MANAGE_GRANTS,
                            Permission.PROJECT_ADMIN))
            .toList();

    /** A move; the numbers select users, groups, places and permissions. */
    record Move(int kind, int actor, int one, int two, boolean admin) {}

    @Property(tries = 50)
    void everybodyMayDoWhatTheModelSays(@ForAll("moves") List<Move> moves) {
        var play = new Game();
        for (var move : moves) {
            play.make(move);
            play.compare();
        }
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        var picks = upTo(1_000);
        return Combinators.combine(upTo(13), picks, picks, picks, Arbitraries.of(true, false))
                .as(Move::new)
                .list()
                .ofMinSize(20)
                .ofMaxSize(30);
    }

    private static Arbitrary<Integer> upTo(int max) {
        return Arbitraries.integers().between(0, max).withDistribution(RandomDistribution.uniform());
    }

    private static final class Game {

        private final History history = Shop.open().then(new MemberJoined(Shop.ORGANISATION, CY, Role.USER));
        private final AccessModel model = new AccessModel();
        private int lastId = 80;

        Game() {
            model.admins.put(Shop.ANA, true);
            model.admins.put(Shop.BO, false);
            model.admins.put(CY, false);
        }

        void make(Move move) {
            int user = pick(USERS, move.one());
            int group = pick(GROUPS, move.two());
            switch (move.kind()) {
                case 0 -> create(move, group);
                case 1, 2 -> send(move, new GroupCommand.AddGroupMembers(Shop.ORGANISATION, group, List.of(user)));
                case 3 -> send(move, new GroupCommand.RemoveGroupMembers(Shop.ORGANISATION, group, List.of(user)));
                case 4 -> send(move, new GroupCommand.ChangeGroupAdmin(Shop.ORGANISATION, group, user, move.admin()));
                case 5 -> send(move, new GroupCommand.DeleteGroup(Shop.ORGANISATION, group));
                case 6, 7, 8 -> grant(move, user, group);
                case 9 -> withdraw(move);
                case 10, 11, 12 -> comeOrGo(user);
                default -> {
                    if (move.two() % 5 == 0 && model.environments.contains(Shop.STAGING)) {
                        history.then(new EnvironmentDeleted(Shop.STAGING));
                        model.deleteEnvironment(Shop.STAGING);
                    }
                }
            }
        }

        /** Also again with the id of a deleted group, which no group has in fact. */
        private void create(Move move, int group) {
            if (!model.groups.containsKey(group)) {
                var details = new GroupDetails("group", false, null);
                send(move, new GroupCommand.CreateGroup(Shop.ORGANISATION, group, details));
            }
        }

        private void grant(Move move, int user, int group) {
            var place = pick(PLACES, move.one() / 7);
            var holder = move.two() % 3 == 0 ? GrantHolder.group(group) : GrantHolder.user(user);
            var keys = KEYS.subList(move.two() % KEYS.size(), Math.min(KEYS.size(), move.two() % KEYS.size() + 3));
            boolean admin = move.admin() && place.kind() != GrantPlace.Kind.ORGANISATION;
            var before = model.grants.stream()
                    .filter(grant ->
                            grant.holder().equals(holder) && grant.place().equals(place))
                    .findAny();
            var grant = new Grant(before.map(Grant::id).orElse(++lastId), holder, place, admin, keys);
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

        /** Ana stays, so that there is an admin. */
        private void comeOrGo(int user) {
            if (user == Shop.ANA) {
                return;
            }
            if (model.admins.containsKey(user)) {
                history.then(new MemberRemoved(Shop.ORGANISATION, user));
                model.leave(user);
            } else {
                history.then(new MemberJoined(Shop.ORGANISATION, user, Role.USER));
                model.admins.put(user, false);
            }
        }

        private void send(Move move, LedgerCommand command) {
            // Otherwise most commands would be refused.
            int sender = move.actor() % 2 == 0 ? Shop.ANA : pick(USERS, move.actor() / 2);
            var actor = Actor.user(sender, "user@example.test");
            var required = Objects.requireNonNull(Authorisation.REQUIRED.get(command.getClass()));
            boolean allowed = AccessPolicy.may(history.state(), actor, required, command.scope());

            assertThat(allowed).as("%s by %s", command, sender).isEqualTo(model.may(sender, required, command.scope()));
            // Grants on a deleted object are refused by the append, which the fixture has not.
            boolean gone = command.scope() instanceof Scope.OfEnvironment(var id) && !model.environments.contains(id);
            if (allowed && !gone) {
                OrganisationDecisions.of(stream(), command, actor).ifPresent(events -> {
                    history.then(events.toArray(LedgerEvent[]::new));
                    apply(command);
                });
            }
        }

        private void apply(LedgerCommand command) {
            switch (command) {
                case GroupCommand c -> model.apply(c);
                case GrantCommand c -> model.apply(c);
                default -> throw new AssertionError(command);
            }
        }

        private List<LedgerEvent> stream() {
            var stream = new ArrayList<LedgerEvent>();
            history.events().stream()
                    .map(recorded -> recorded.event())
                    .filter(OrganisationEvent.class::isInstance)
                    .forEach(stream::add);
            return stream;
        }

        void compare() {
            var state = history.state();
            for (int user : USERS) {
                var actor = Actor.user(user, "user@example.test");
                scopes().forEach(scope ->
                        ASKED.forEach(permission -> assertThat(AccessPolicy.may(state, actor, permission, scope))
                                .as("%s on %s by %s", permission, scope, user)
                                .isEqualTo(model.may(user, permission, scope))));
            }
        }

        private static Stream<Scope> scopes() {
            return Stream.concat(
                    PLACES.stream().map(GrantPlace::scope),
                    GROUPS.stream().map(group -> new Scope.OfGroup(Shop.ORGANISATION, group)));
        }

        private static <T> T pick(List<T> from, int number) {
            return from.get(number % from.size());
        }
    }
}
