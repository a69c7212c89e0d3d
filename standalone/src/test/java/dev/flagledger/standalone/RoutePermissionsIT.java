package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each route is asked by a member who holds exactly the permissions that it requires, and by one who holds all others. Routes that
 * require no permission require a role, or nothing: each is in one of two tables. Writes by who may are in {@link PermittedWritesIT}.
 */
class RoutePermissionsIT {

    private static final TestServer SERVER = TestServer.shared();
    private static Everything everything;
    private static Holders holders;

    @BeforeAll
    static void start() {
        var shop = Shop.in(SERVER);
        everything = new Everything(shop);
        holders = new Holders(SERVER, shop, everything);
    }

    @ParameterizedTest
    @MethodSource("dev.flagledger.standalone.RoutePermissions#reads")
    void whoHoldsThemIsLetIn(RoutePermissions route) {
        for (var enough : route.enough()) {
            var answer = route.right().askedBy(holders.of(enough), everything);

            assertThat(answer.status()).as("with %s: %s", enough, answer.text()).isNotIn(401, 403, 404);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.flagledger.standalone.RoutePermissions#all")
    void whoHoldsAllOthersIsNot(RoutePermissions route) {
        for (var missing : route.requiresAdmin() ? List.of(List.<String>of()) : route.permissions()) {
            var others = holders.keys();
            others.removeAll(missing);
            var holder = holders.of(others);
            long before = SERVER.head();

            var answer = route.right().askedBy(holder, everything);

            assertThat(answer.status())
                    .as("without %s: %s", missing, answer.text())
                    .isIn(400, 403, 404);
            if (answer.status() == 400) {
                assertThat(route.right().toMember())
                        .as("as without any permission")
                        .isEqualTo(400);
            }
            assertThat(SERVER.causedAfter(before)).isEmpty();
        }
    }

    /** Not even who administers the project and its environments. */
    @ParameterizedTest
    @MethodSource("dev.flagledger.standalone.RouteRole#closed")
    void noPermissionOpensWhatIsForAdmins(Right right) {
        var all = holders.keys();
        all.addAll(List.of("PROJECT_ADMIN", "ENVIRONMENT_ADMIN"));
        var holder = holders.of(all);
        long before = SERVER.head();

        var answer = right.askedBy(holder, everything);

        assertThat(answer.status())
                .as(answer.text())
                .isEqualTo(right.toMember())
                .isIn(400, 403, 404);
        assertThat(SERVER.causedAfter(before)).isEmpty();
    }

    @Test
    void everyRouteIsInOneOfTheTables() throws IOException {
        var listed = Stream.concat(
                RoutePermissions.all().map(route -> route.right().toString()),
                RouteRole.all().map(RouteRole::route));

        assertThat(listed.toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        Right.all().map(Right::toString).distinct().toList());
    }

    /** Routes for members are closed to others; those for all users answer everybody alike. */
    @Test
    void rolesAgreeWithWhatMembersAndStrangersAreAnswered() throws IOException {
        for (var role : RouteRole.all().toList()) {
            var rights = Right.all().filter(right -> right.toString().equals(role.route()));
            assertThat(rights).as(role.toString()).allMatch(right -> switch (role.who()) {
                case ADMIN, SUPERUSER -> right.toMember() >= 400 && right.toStranger() >= 400;
                case MEMBER -> right.toMember() < 300 && right.toStranger() >= 400;
                case USER -> right.toMember() == right.toStranger();
            });
        }
    }

    @Test
    void featureSegmentsAreListedForThoseWhoViewTheProject() {
        var list = everything.filled("features/feature-segments/?environment={environment}&feature={feature}");
        var others = holders.keys();
        others.remove("VIEW_PROJECT");

        assertThat(holders.of(Set.of("VIEW_PROJECT")).get(list).ok().get("results"))
                .isNotEmpty();
        assertThat(holders.of(others).get(list).ok().get("results")).isEmpty();
    }
}
