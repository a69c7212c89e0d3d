package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each route is asked by a member who holds exactly the permissions that it requires, and by one who holds all others. The
 * members of one set of permissions are the same for all routes, so that there are few.
 */
class RoutePermissionsIT {

    private static final TestServer SERVER = TestServer.shared();
    private static final Map<Set<String>, Api> HOLDERS = new HashMap<>();
    private static Shop shop;
    private static Everything everything;

    @BeforeAll
    static void start() {
        shop = Shop.in(SERVER);
        everything = new Everything(shop);
    }

    @ParameterizedTest
    @MethodSource("dev.flagledger.standalone.RoutePermissions#reads")
    void whoHoldsThemIsLetIn(RoutePermissions route) {
        var answer = route.right().askedBy(holder(new TreeSet<>(route.permissions())), everything);

        assertThat(answer.status()).as(answer.text()).isNotIn(401, 403, 404);
    }

    @ParameterizedTest
    @MethodSource("dev.flagledger.standalone.RoutePermissions#all")
    void whoHoldsAllOthersIsNot(RoutePermissions route) {
        for (var missing : route.requiresAdmin() ? List.of("") : route.permissions()) {
            var others = keys("organisations", "projects", "environments");
            others.remove(missing);
            var holder = holder(others);
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

    private static Api holder(Set<String> permissions) {
        return HOLDERS.computeIfAbsent(Set.copyOf(permissions), RoutePermissionsIT::join);
    }

    private static Api join(Set<String> permissions) {
        var member = Member.of(SERVER, shop.organisation());
        int user = Member.id(member);
        grant("organisations", "organisations/{organisation}", user, permissions, false);
        grant("projects", "projects/{project}", user, permissions, permissions.contains("PROJECT_ADMIN"));
        for (var environment : List.of("environments/{key}", "environments/{versioned.key}")) {
            grant("environments", environment, user, permissions, permissions.contains("ENVIRONMENT_ADMIN"));
        }
        return member;
    }

    private static void grant(String level, String on, int user, Set<String> permissions, boolean admin) {
        var held = keys(level).stream().filter(permissions::contains).toList();
        shop.ana()
                .post(
                        everything.filled(on) + "/user-permissions/",
                        Map.of("user", user, "permissions", held, "admin", admin))
                .ok();
    }

    private static Set<String> keys(String... levels) {
        return List.of(levels).stream()
                .flatMap(level -> shop.ana().get(level + "/permissions/").ok().valueStream())
                .map(right -> right.get("key").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
