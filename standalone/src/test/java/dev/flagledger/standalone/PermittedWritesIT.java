package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each route that changes something is called by a member who holds exactly the permissions that it requires, in an order in
 * which no call removes what a later one needs. Calls of other routes are an admin's.
 */
class PermittedWritesIT {

    /** Routes whose call here is about an override for a segment, which {@code UPDATE_FEATURE_STATE} is not enough for. */
    private static final Set<String> OF_SEGMENTS =
            Set.of("POST /api/v1/environments/{api_key}/featurestates/", "POST /api/v1/features/featurestates/");

    private static final TestServer SERVER = TestServer.shared();
    private ChangingCalls calls;
    private Everything everything;
    private Holders holders;

    @BeforeEach
    void start() throws IOException {
        var shop = Shop.in(SERVER);
        calls = ChangingCalls.of(SERVER, shop);
        everything = calls.calls().everything();
        holders = new Holders(SERVER, shop, everything);
    }

    @Test
    void whoHoldsThePermissionsMayWrite() throws IOException {
        var required = required();
        var refused = new TreeMap<String, Integer>();
        for (var call : calls.inOrder()) {
            var route = calls.route(call);
            var holder = required.get(route);
            var good = calls.calls().good(call);
            var headers = new HashMap<>(good.headers());
            if (holder != null) {
                headers.putAll(holder.headers());
            }
            int status = new Walk(SERVER.address()).status(good.method(), good.path(), headers, good.body());
            if (holder != null && status >= 300 && !RefusedRoutes.ALL.containsKey(route)) {
                refused.put(route, status);
            }
        }

        assertThat(required).hasSizeGreaterThan(100);
        assertThat(refused).isEmpty();
    }

    /** What they ask for exists already, so that they are told so. */
    @Test
    void whoChangesFlagsIsNotForbiddenToCreateStates() throws IOException {
        var states = RoutePermissions.all()
                .map(RoutePermissions::right)
                .filter(right -> !right.isRead() && OF_SEGMENTS.contains(documented(right)))
                .toList();

        assertThat(states)
                .hasSize(2)
                .allSatisfy(right -> assertThat(right.askedBy(holders.of(Set.of("UPDATE_FEATURE_STATE")), everything)
                                .status())
                        .isNotIn(401, 403, 404));
    }

    @Test
    void adminsOfAProjectChangeItsCustomFieldsAndNobodyElse() {
        var field = everything
                .filled("{'name':'tribe','organisation':{organisation},'project':{project}}")
                .replace('\'', '"');
        var path = everything.filled("metadata/fields/{projectField}/");
        var others = holders.keys();
        others.add("ENVIRONMENT_ADMIN");

        assertThat(holders.of(others).send("POST", "metadata/fields/", field).status())
                .isEqualTo(403);
        assertThat(holders.of(others)
                        .patch(path, Map.of("description", "whose it is"))
                        .status())
                .isEqualTo(403);
        assertThat(holders.of(others).delete(path).status()).isEqualTo(403);

        var admin = holders.of(Set.of("PROJECT_ADMIN", "VIEW_PROJECT"));
        admin.send("POST", "metadata/fields/", field).ok();
        admin.patch(path, Map.of("description", "whose it is")).ok();
        assertThat(admin.delete(path).status()).isEqualTo(204);
    }

    /** Who may call each route, as the OpenAPI document has it. */
    private Map<String, Api> required() throws IOException {
        var required = new HashMap<String, Api>();
        RoutePermissions.all()
                .filter(Predicate.not(route -> route.right().isRead()))
                // What they require besides depends on what they undo, as RevertIT shows.
                .filter(route -> !route.right().path().endsWith("/revert/"))
                .forEach(route ->
                        route.enough().forEach(enough -> required.put(documented(route.right()), holders.of(enough))));
        OF_SEGMENTS.forEach(route -> required.replace(route, holders.of(Set.of("MANAGE_SEGMENT_OVERRIDES"))));
        return required;
    }

    private String documented(Right right) {
        var path =
                URI.create("/api/v1/").resolve(everything.filled(right.path())).getPath();
        return calls.route(new Calls.Call(right.method(), path, Map.of(), ""));
    }
}
