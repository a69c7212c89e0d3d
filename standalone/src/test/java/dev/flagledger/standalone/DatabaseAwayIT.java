package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.flagledger.standalone.postgres.Database;
import dev.flagledger.standalone.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The responses of a node whose PostgreSQL was killed, and its recovery when PostgreSQL is available again. */
class DatabaseAwayIT {

    private static final Duration A_WHILE = Duration.ofSeconds(30);
    /** Limit for many requests: a third of the time they take if each waits a second for a connection. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private static DataDirectory directory;
    private static EmbeddedPostgres postgres;
    private static Database database;
    private static RunningNode node;
    private static Shop shop;

    @BeforeAll
    static void start(@TempDir Path temporary) throws IOException {
        directory = new DataDirectory(temporary.toRealPath().resolve("data"));
        postgres = EmbeddedPostgres.claim(directory.path());
        database = postgres.start();
        node = RunningNode.start(Role.ALL, 0, database);
        node.awaitReady();
        shop = Shop.of(Api.of(node.address()));
    }

    @AfterAll
    static void stop() throws IOException {
        node.close();
        postgres.close();
        directory.close();
    }

    @Test
    void onlyRequestsThatNeedTheDatabaseFailAndSoon() throws Exception {
        int basket = shop.feature(Map.of("name", "basket"));
        var state = shop.stateOf(basket);
        kill();

        assertThat(shop.application().get("flags/").status()).isEqualTo(200);
        assertThat(Api.of(node.address()).get("/health/liveness").status()).isEqualTo(200);
        var unready = Api.of(node.address()).get("/health");
        assertThat(unready.status()).isEqualTo(503);
        assertThat(unready.text()).contains("database");
        var write = shop.ana().patch(state, Map.of("enabled", true));
        assertThat(write.status()).isEqualTo(503);
        assertThat(write.http().headers().firstValue("Retry-After")).hasValue("5");
        assertThat(write.text())
                .isEqualTo("{\"detail\":\"The database cannot be reached at the moment. Try again soon.\"}");
        var statuses =
                assertTimeout(AT_ONCE, () -> statusesOf(30, () -> shop.ana().get(shop.features())));
        assertThat(statuses).containsOnly(503);

        postgres.start();

        await().atMost(A_WHILE)
                .until(() -> Api.of(node.address()).get("/health").status() == 200);
        shop.ana().patch(state, Map.of("enabled", true)).ok();
        assertThat(shop.application().get("flags/").ok().get(0).get("enabled").asBoolean())
                .isTrue();
    }

    @Test
    void identitiesAreServedFromMemoryUnlessConfiguredOtherwise() throws Exception {
        int basket = shop.feature(Map.of("name", "basket_of_pros"));
        int pros = shop.segment("pros", "plan", "pro");
        var value = Map.of("type", "unicode", "string_value", "for pros");
        shop.ana()
                .post(
                        "environments/" + shop.key() + "/features/" + basket + "/create-segment-override/",
                        Map.of(
                                "feature_segment",
                                Map.of("segment", pros),
                                "enabled",
                                true,
                                "feature_state_value",
                                value))
                .ok();
        var bob = Map.of("identifier", "bob", "traits", List.of(trait("plan", "pro")));
        shop.application().post("identities/", bob).ok();
        shop.application().get("identities/?identifier=bob").ok();
        var refusing = startRefusing();
        kill();

        var known = shop.application().get("identities/?identifier=bob");
        var response = shop.application()
                .post("identities/", Map.of("identifier", "eve", "traits", List.of(trait("plan", "pro"))));
        var unknown = shop.application().get("identities/?identifier=zoe");
        var refused = new Api(refusing.address(), shop.application().headers()).get("identities/?identifier=eve");

        assertThat(isOn(known, "basket_of_pros")).isTrue();
        assertThat(notRecorded(known)).isEmpty();
        assertThat(isOn(response, "basket_of_pros")).isTrue();
        assertThat(response.json().get("traits")).hasSize(1);
        assertThat(notRecorded(response)).hasValue("database-away");
        assertThat(isOn(unknown, "basket_of_pros")).isFalse();
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.http().headers().firstValue("Retry-After")).isPresent();
        refusing.close();
        postgres.start();
        var later = await().atMost(A_WHILE)
                .until(
                        () -> shop.application().get("identities/?identifier=eve"),
                        answer -> answer.status() == 200 && notRecorded(answer).isEmpty());
        assertThat(isOn(later, "basket_of_pros")).as("what was not recorded").isFalse();
    }

    private static RunningNode startRefusing() {
        var refusing = RunningNode.start(
                Role.QUERY,
                Map.of(
                        "spring.datasource.url",
                        database.url(),
                        "spring.datasource.username",
                        database.user(),
                        "spring.datasource.password",
                        database.password(),
                        "flagledger.secret-key-file",
                        directory.path().resolve("secret").toString(),
                        "server.port",
                        "0",
                        "flagledger.identities.unrecorded",
                        "refuse"));
        refusing.awaitReady();
        return refusing;
    }

    private static Map<String, String> trait(String key, String value) {
        return Map.of("trait_key", key, "trait_value", value);
    }

    private static boolean isOn(Api.Answer answer, String feature) {
        return answer.ok()
                .get("flags")
                .valueStream()
                .filter(flag -> flag.get("feature").get("name").asString().equals(feature))
                .findAny()
                .orElseThrow()
                .get("enabled")
                .asBoolean();
    }

    private static Optional<String> notRecorded(Api.Answer answer) {
        return answer.http().headers().firstValue("Flagledger-Not-Recorded");
    }

    private static List<Integer> statusesOf(int times, Supplier<Api.Answer> request) {
        return IntStream.range(0, times).mapToObj(_ -> request.get().status()).toList();
    }

    private static void kill() throws Exception {
        var processes = directory.processes();
        directory.postmaster().destroyForcibly();
        for (var process : processes) {
            process.onExit().get(10, TimeUnit.SECONDS);
        }
    }
}
