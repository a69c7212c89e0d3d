package dev.flagledger.access.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.Installation;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lookups of existing and missing objects by an admin, a member and a non-member. */
class AccessContextTest {

    private static final Installation SHOP =
            Shop.withBasket().then(Shop.viewedByBo()).state();
    private static final Actor ANA = Actor.user(Shop.ANA, "ana@example.test");
    private static final Actor BO = Actor.user(Shop.BO, "bo@example.test");
    private static final Actor EVE = Actor.user(77, "eve@example.test");
    private static final Rejection FORBIDDEN = new Rejection.Forbidden();

    /** Lookups with the rejections for an admin, a member and a non-member; null for none. */
    static Stream<Arguments> ways() {
        return Stream.of(
                way("organisation", s -> s.organisation(3, Permission.ORGANISATION_ADMIN), null, FORBIDDEN, FORBIDDEN),
                way(
                        "no organisation",
                        s -> s.organisation(99, Permission.ORGANISATION_ADMIN),
                        FORBIDDEN,
                        FORBIDDEN,
                        FORBIDDEN),
                way("project", s -> s.project(4), null, null, missing("Project")),
                way("no project", s -> s.project(99), missing("Project"), missing("Project"), missing("Project")),
                way("project with a right", s -> s.project(4, Permission.PROJECT_ADMIN), null, FORBIDDEN, FORBIDDEN),
                way(
                        "no project with a right",
                        s -> s.project(99, Permission.PROJECT_ADMIN),
                        FORBIDDEN,
                        FORBIDDEN,
                        FORBIDDEN),
                way("environment", s -> s.environment("key-5"), null, null, missing("Environment")),
                way(
                        "no environment",
                        s -> s.environment("key-99"),
                        missing("Environment"),
                        missing("Environment"),
                        missing("Environment")),
                way(
                        "environment with a right",
                        s -> s.environment("key-5", Permission.ENVIRONMENT_ADMIN),
                        null,
                        FORBIDDEN,
                        FORBIDDEN),
                way(
                        "no environment with a right",
                        s -> s.environment("key-99", Permission.ENVIRONMENT_ADMIN),
                        missing("Environment"),
                        missing("Environment"),
                        missing("Environment")),
                way(
                        "within an environment",
                        s -> s.within("key-5", Permission.ENVIRONMENT_ADMIN),
                        null,
                        FORBIDDEN,
                        FORBIDDEN),
                way(
                        "within none",
                        s -> s.within("key-99", Permission.ENVIRONMENT_ADMIN),
                        FORBIDDEN,
                        FORBIDDEN,
                        FORBIDDEN),
                way("webhooks of an environment", s -> s.ownerOfWebhooks("key-5"), null, FORBIDDEN, FORBIDDEN),
                way("webhooks of none", s -> s.ownerOfWebhooks("key-99"), FORBIDDEN, FORBIDDEN, FORBIDDEN),
                way(
                        "webhooks of an organisation",
                        s -> s.ownerOfWebhooks(3),
                        null,
                        new Rejection.Unprivileged(),
                        new Rejection.Unprivileged()),
                way("account", AccessContext::account, null, null, missing("FFAdminUser")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void lookupsAreRejectedAsInTheContract(
            String what,
            Function<AccessContext, Object> look,
            @Nullable Rejection admin,
            @Nullable Rejection member,
            @Nullable Rejection stranger) {
        assertTold(look, ANA, admin);
        assertTold(look, BO, member);
        assertTold(look, EVE, stranger);
    }

    @Test
    void onlyAnAdminAdministersAnOrganisation() {
        assertThat(new AccessContext(SHOP, ANA).administeredOrganisations()).containsExactly(Shop.ORGANISATION);
        assertThat(new AccessContext(SHOP, BO).administeredOrganisations()).isEmpty();
        assertThat(new AccessContext(SHOP, EVE).administeredOrganisations()).isEmpty();
    }

    @Test
    void onlyAnotherStateIsAnEarlierOne() {
        var current = new AccessContext(SHOP, ANA);

        assertThat(current.showsPast()).isFalse();
        assertThat(current.showing(Installation.EMPTY).showsPast()).isTrue();
    }

    @Test
    void anActorWithoutAnAccountIsForbidden() {
        assertTold(AccessContext::account, Actor.sdk(Shop.LIVE), FORBIDDEN);
    }

    @Test
    void aPermissionIsHeldOrForbidden() {
        var shop = new Scope.OfProject(Shop.PROJECT);

        assertThat(new AccessContext(SHOP, ANA).may(Permission.PROJECT_ADMIN, shop))
                .isTrue();
        assertThat(new AccessContext(SHOP, BO).may(Permission.PROJECT_ADMIN, shop))
                .isFalse();
        assertThatThrownBy(() -> new AccessContext(SHOP, BO).require(Permission.PROJECT_ADMIN, shop))
                .isInstanceOf(Rejected.class)
                .hasMessage(FORBIDDEN.toString());
    }

    @Test
    void theCurrentStateDecidesWhatMayBeSeenOfAnEarlierOne() {
        var since = Shop.withBasket()
                .then(new MemberRemoved(Shop.ORGANISATION, Shop.BO))
                .then(new EnvironmentChanged(Shop.LIVE, Shop.settings("Live", "key-new")))
                .state();

        assertThat(new AccessContext(since, ANA)
                        .showing(SHOP)
                        .environment("key-new")
                        .settings()
                        .name())
                .isEqualTo(SHOP.environment(Shop.LIVE).orElseThrow().settings().name());
        assertThatThrownBy(() -> new AccessContext(since, ANA).showing(SHOP).environment("key-5"))
                .hasMessage(missing("Environment").toString());
        assertThatThrownBy(() -> new AccessContext(since, BO).showing(SHOP).project(Shop.PROJECT))
                .hasMessage(missing("Project").toString());
    }

    @Test
    void whatWasDeletedSinceIsSeenByAdminsOfTheOrganisation() {
        var since = Shop.withBasket().then(new ProjectDeleted(Shop.PROJECT)).state();
        var shop = new Scope.OfProject(Shop.PROJECT);
        var live = new Scope.OfEnvironment(Shop.LIVE);

        assertThat(new AccessContext(since, ANA)
                        .showing(SHOP)
                        .project(Shop.PROJECT)
                        .id())
                .isEqualTo(Shop.PROJECT);
        assertThat(new AccessContext(since, ANA).showing(SHOP).may(Permission.VIEW_ENVIRONMENT, live))
                .isTrue();
        assertThat(new AccessContext(since, BO).showing(SHOP).may(Permission.VIEW_PROJECT, shop))
                .isFalse();
        assertThat(new AccessContext(since, ANA).may(Permission.VIEW_PROJECT, shop))
                .isFalse();
    }

    private static void assertTold(Function<AccessContext, Object> look, Actor actor, @Nullable Rejection rejection) {
        var access = new AccessContext(SHOP, actor);
        if (rejection == null) {
            assertThat(look.apply(access)).isNotNull();
        } else {
            assertThatThrownBy(() -> look.apply(access))
                    .isInstanceOf(Rejected.class)
                    .hasMessage(rejection.toString());
        }
    }

    private static Rejection missing(String what) {
        return new Rejection.Missing(what);
    }

    private static Arguments way(
            String what,
            Function<AccessContext, Object> look,
            @Nullable Rejection admin,
            @Nullable Rejection member,
            @Nullable Rejection stranger) {
        return Arguments.of(what, look, admin, member, stranger);
    }
}
