package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Concurrent requests for one name through two processes on one PostgreSQL: exactly one succeeds. */
class NamesIT {

    private static final int ROUNDS = 10;
    private static final TestDatabase DATABASE = TestDatabase.fresh().migrated();

    private static TestServer one;
    private static ServerProcess other;
    private static Shop shop;
    private static Api elsewhere;

    @BeforeAll
    static void start() {
        one = TestServer.on(DATABASE);
        other = ServerProcess.start(
                Map.of("FLAGLEDGER_DATABASE_URL", DATABASE.url()), List.of("--port", "0", "--role", "all"));
        shop = Shop.in(one);
        var known = shop.ana().patch("projects/" + shop.project() + "/", Map.of("stale_flags_limit_days", 7));
        var position = known.http().headers().firstValue("Flagledger-Position").orElseThrow();
        elsewhere = new Api(other.awaitReady(), shop.ana().headers()).with("Flagledger-Position", position);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    void oneOfTwoProjectsGetsTheName() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            oneWins(
                    "projects/",
                    Map.of("name", "contested " + round, "organisation", shop.organisation()),
                    "{\"non_field_errors\":[\"A project with this name already exists.\"]}");
        }
    }

    @Test
    void oneOfTwoEnvironmentsGetsTheName() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            oneWins(
                    "environments/",
                    Map.of("name", "contested " + round, "project", shop.project()),
                    "{\"non_field_errors\":[\"An environment with this name already exists.\"]}");
        }
    }

    @Test
    void oneOfTwoEnvironmentsGetsTheKey() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            var key = "contested-" + round;
            var answers = atOnce(
                    () -> shop.ana().post("environments/", keyed("left " + key, key)),
                    () -> elsewhere.post("environments/", keyed("right " + key, key)));

            assertOneWon(answers, "{\"api_key\":[\"environment with this api key already exists.\"]}");
        }
    }

    @Test
    void aRevokedKeyIsRejectedByTheOtherProcess() {
        var keys = "organisations/" + shop.organisation() + "/master-api-keys/";
        var made = shop.ana().post(keys, Map.of("name", "tf"));
        var position = made.http().headers().firstValue("Flagledger-Position").orElseThrow();
        var program = Api.of(elsewhere.server())
                .with("Authorization", "Api-Key " + made.ok().get("key").asString())
                .with("Flagledger-Position", position);
        program.get("projects/" + shop.project() + "/").ok();

        var revoked = shop.ana().delete(keys + made.json().get("prefix").asString() + "/");

        assertThat(program.with(
                                "Flagledger-Position",
                                revoked.http()
                                        .headers()
                                        .firstValue("Flagledger-Position")
                                        .orElseThrow())
                        .get("projects/" + shop.project() + "/")
                        .status())
                .isEqualTo(401);
    }

    private static Map<String, Object> keyed(String name, String key) {
        return Map.of("name", name, "project", shop.project(), "api_key", key);
    }

    private static void oneWins(String path, Map<String, ?> thing, String refusal) throws InterruptedException {
        assertOneWon(atOnce(() -> shop.ana().post(path, thing), () -> elsewhere.post(path, thing)), refusal);
    }

    private static void assertOneWon(List<Api.Answer> answers, String refusal) {
        assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(201, 400);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 400)
                .extracting(Api.Answer::text)
                .containsExactly(refusal);
    }

    private static List<Api.Answer> atOnce(Callable<Api.Answer> here, Callable<Api.Answer> there)
            throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(List.of(here, there)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
