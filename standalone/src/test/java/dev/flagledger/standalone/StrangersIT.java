package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user sees and may change of an organisation to which they do not belong: nothing. */
class StrangersIT {

    private static final String FORBIDDEN = "{\"detail\":\"You do not have permission to perform this action.\"}";

    private static TestServer server;
    private static Shop shop;
    private static int feature;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        shop = Shop.in(server);
        feature = shop.feature(Map.of("name", "Taken"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> strangersRequests() {
        return Stream.of(
                arguments("GET", "organisations/ORG/", 403),
                arguments("GET", "organisations/ORG/users/", 403),
                arguments("GET", "organisations/ORG/projects/", 404),
                arguments("GET", "projects/PROJECT/", 404),
                arguments("PATCH", "projects/PROJECT/", 404),
                arguments("GET", "projects/PROJECT/features/", 404),
                arguments("POST", "projects/PROJECT/features/", 403),
                arguments("GET", "projects/PROJECT/features/FEATURE/", 404),
                arguments("PATCH", "projects/PROJECT/features/FEATURE/", 403),
                arguments("DELETE", "projects/PROJECT/features/FEATURE/", 403),
                arguments("POST", "projects/PROJECT/features/FEATURE/add-owners/", 403),
                arguments("POST", "projects/PROJECT/features/FEATURE/remove-owners/", 403),
                arguments("POST", "projects/PROJECT/features/FEATURE/add-group-owners/", 403),
                arguments("POST", "projects/PROJECT/features/FEATURE/remove-group-owners/", 403),
                arguments("GET", "projects/PROJECT/features/FEATURE/mv-options/", 403),
                arguments("GET", "projects/PROJECT/features/FEATURE/mv-options/1/", 403),
                arguments("POST", "projects/PROJECT/features/FEATURE/mv-options/", 403),
                arguments("PATCH", "projects/PROJECT/features/FEATURE/mv-options/1/", 403),
                arguments("DELETE", "projects/PROJECT/features/FEATURE/mv-options/1/", 403),
                arguments("GET", "projects/PROJECT/features/FEATURE/evaluation-data/", 404),
                arguments("GET", "projects/PROJECT/feature-health/events/", 404),
                arguments("GET", "projects/PROJECT/tags/", 403),
                arguments("GET", "projects/PROJECT/tags/1/", 403),
                arguments("POST", "projects/PROJECT/tags/", 403),
                arguments("PATCH", "projects/PROJECT/tags/1/", 403),
                arguments("DELETE", "projects/PROJECT/tags/1/", 403),
                arguments("GET", "projects/PROJECT/environments/", 403),
                arguments("GET", "environments/KEY/", 403),
                arguments("PATCH", "environments/KEY/", 403),
                arguments("GET", "environments/nope/", 404),
                arguments("GET", "environments/KEY/featurestates/", 403),
                arguments("GET", "environments/nope/featurestates/", 403),
                arguments("PATCH", "environments/KEY/featurestates/STATE/", 403),
                arguments("GET", "environments/KEY/webhooks/", 403),
                arguments("POST", "environments/KEY/webhooks/", 403),
                arguments("POST", "environments/", 403));
    }

    @ParameterizedTest
    @MethodSource("strangersRequests")
    void strangersSeeAndChangeNothing(String method, String path, int status) {
        var stranger = server.api().newUser();

        var answer = method.equals("GET")
                ? stranger.get(shop.filled(path, feature))
                : stranger.send(
                        method,
                        shop.filled(path, feature),
                        shop.filled("{\"name\":\"x\",\"project\":PROJECT}", feature));

        assertThat(answer.status()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.text()).isEqualTo(FORBIDDEN);
        }
    }

    @Test
    void strangersListsAreEmpty() {
        var stranger = server.api().newUser();

        assertThat(stranger.get("organisations/").ok().get("count").asInt()).isZero();
        assertThat(stranger.get("projects/").ok()).isEmpty();
        assertThat(stranger.get("environments/?project=" + shop.project())
                        .ok()
                        .get("count")
                        .asInt())
                .isZero();
    }
}
