package dev.flagledger.access.permission;

import static dev.flagledger.api.access.Permission.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Origin;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyRevoked;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.engine.state.Installation;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AccessPolicyTest {

    private static final int OTHERS = 30;
    private static final int KEY = 21;
    private static final Installation SHOP = Shop.withBasket()
            .then(
                    new ApiKeyCreated(Shop.ORGANISATION, Wares.apiKey(KEY, "a key")),
                    new OrganisationCreated(OTHERS, Shop.id(OTHERS), new OrganisationSettings("B", null, false, false)),
                    new ApiKeyCreated(OTHERS, Wares.apiKey(KEY + 1, "another key")))
            .state();

    private static final Actor ADMIN = Actor.user(Shop.ANA, "ana@example.test");
    private static final Actor MEMBER = Actor.user(Shop.BO, "bo@example.test");
    private static final Actor STRANGER = Actor.user(99, "eve@example.test");
    private static final Actor NOBODY = Actor.ANONYMOUS;
    private static final Actor API_KEY = new Actor(Actor.Kind.API_KEY, KEY, "a key");
    private static final Actor OTHERS_KEY = new Actor(Actor.Kind.API_KEY, KEY + 1, "another key");
    private static final Actor NO_KEY = new Actor(Actor.Kind.API_KEY, Shop.ANA, "no key, but a member's number");
    private static final Actor SCHEDULE = new Actor(Actor.Kind.SCHEDULE, Shop.ANA, "a schedule");
    private static final Actor SDK = new Actor(Actor.Kind.SDK, Shop.ANA, "an application");

    /** Permissions of each actor within the organisation; SELF concerns accounts only. */
    private static final Map<Actor, Set<Permission>> RIGHTS = Map.of(
            ADMIN,
            EnumSet.complementOf(EnumSet.of(SELF, INSTALLATION_ADMIN)),
            MEMBER,
            EnumSet.of(ANYONE, LOGGED_IN, VIEW_ORGANISATION),
            STRANGER,
            EnumSet.of(ANYONE, LOGGED_IN),
            NOBODY,
            EnumSet.of(ANYONE),
            API_KEY,
            EnumSet.complementOf(EnumSet.of(SELF, LOGGED_IN, INSTALLATION_ADMIN)),
            OTHERS_KEY,
            EnumSet.of(ANYONE),
            NO_KEY,
            EnumSet.of(ANYONE),
            SCHEDULE,
            EnumSet.of(ANYONE),
            SDK,
            EnumSet.of(ANYONE));

    static Stream<Scope> insideTheOrganisation() {
        return Stream.of(
                new Scope.OfOrganisation(Shop.ORGANISATION),
                new Scope.OfProject(Shop.PROJECT),
                new Scope.OfEnvironment(Shop.LIVE));
    }

    static Stream<Scope> nowhere() {
        return Stream.of(
                new Scope.Everywhere(),
                new Scope.OfUser(Shop.BO),
                new Scope.OfOrganisation(99),
                new Scope.OfProject(99),
                new Scope.OfEnvironment(99));
    }

    @ParameterizedTest
    @MethodSource("insideTheOrganisation")
    void eachActorHoldsExactlyThePermissionsOfTheTable(Scope scope) {
        RIGHTS.forEach((actor, permissions) -> {
            for (var permission : Permission.values()) {
                assertThat(AccessPolicy.may(SHOP, actor, permission, scope))
                        .as("%s %s", actor.name(), permission)
                        .isEqualTo(permissions.contains(permission));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("nowhere")
    void permissionsEndAtTheOrganisation(Scope scope) {
        for (var permission : Permission.values()) {
            assertThat(AccessPolicy.may(SHOP, ADMIN, permission, scope))
                    .as("%s", permission)
                    .isEqualTo(permission == ANYONE || permission == LOGGED_IN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSystemHoldsAllPermissions(Permission permission) {
        assertThat(AccessPolicy.may(SHOP, Actor.SYSTEM, permission, new Scope.OfProject(Shop.PROJECT)))
                .isTrue();
    }

    @Test
    void anApplicationDescribesIdentitiesOfItsEnvironmentOnly() {
        var application = Actor.sdk(Shop.LIVE);
        for (var permission : Permission.values()) {
            assertThat(AccessPolicy.may(SHOP, application, permission, new Scope.OfEnvironment(Shop.LIVE)))
                    .as("%s", permission)
                    .isEqualTo(permission == ANYONE || permission == Permission.DESCRIBE_IDENTITIES);
            assertThat(AccessPolicy.may(SHOP, application, permission, new Scope.OfEnvironment(Shop.STAGING)))
                    .as("%s elsewhere", permission)
                    .isEqualTo(permission == ANYONE);
        }
    }

    @Test
    void anAccountBelongsToItsOwnerOnly() {
        assertThat(AccessPolicy.may(SHOP, MEMBER, SELF, new Scope.OfUser(Shop.BO)))
                .isTrue();
        assertThat(AccessPolicy.may(SHOP, ADMIN, SELF, new Scope.OfUser(Shop.BO)))
                .isFalse();
        assertThat(AccessPolicy.may(SHOP, NO_KEY, SELF, new Scope.OfUser(Shop.ANA)))
                .isFalse();
        assertThat(AccessPolicy.may(SHOP, NOBODY, SELF, new Scope.OfUser(Shop.ANA)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aRevokedKeyHoldsNoPermission(Permission permission) {
        var revoked = new ApiKeyRevoked(Shop.ORGANISATION, KEY);
        var after = SHOP.evolve(new RecordedEvent(99, History.at(99), ADMIN, Origin.NONE, revoked));

        assertThat(AccessPolicy.may(after, API_KEY, permission, new Scope.OfProject(Shop.PROJECT)))
                .isEqualTo(permission == ANYONE);
    }

    @Test
    void aKeyHoldsNoPermissionOutsideItsOrganisation() {
        for (var permission : Permission.values()) {
            assertThat(AccessPolicy.may(SHOP, API_KEY, permission, new Scope.OfOrganisation(OTHERS)))
                    .as("%s", permission)
                    .isEqualTo(permission == ANYONE);
        }
    }

    @Test
    void registrationRequiresNoLogin() {
        assertThat(AccessPolicy.may(Installation.EMPTY, NOBODY, ANYONE, new Scope.OfUser(1)))
                .isTrue();
    }
}
