package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Concurrent changes of one flag through two processes. */
class FlagRacesIT {

    private static final String POSITION = "Flagledger-Position";

    private static TestServer here;
    private static ServerProcess there;
    private static Shop shop;
    private static Segments segments;

    @BeforeAll
    static void start() {
        var database = TestDatabase.fresh().migrated();
        here = TestServer.on(database);
        there = ServerProcess.start(
                Map.of("FLAGLEDGER_DATABASE_URL", database.url()), List.of("--port", "0", "--role", "command"));
        shop = Shop.in(here);
        segments = Segments.of(here, shop);
    }

    @AfterAll
    static void stop() {
        there.close();
        here.close();
    }

    @Test
    void oneOfTwoConcurrentOverridesForASegmentSucceeds() throws Exception {
        int feature = shop.feature(Map.of("name", "basket"));
        for (int round = 0; round < 10; round++) {
            int segment = segments.named("beta " + round);
            var body = Map.of("feature_segment", Map.of("segment", segment), "feature_state_value", Map.of());
            var other = elsewhere();

            var answers = atOnce(
                    () -> shop.ana().post(segments.path(feature), body),
                    () -> other.post(segments.path(feature), body));

            assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(201, 400);
            assertThat(answers.stream().filter(answer -> answer.status() == 400))
                    .extracting(Api.Answer::text)
                    .containsExactly("[\"['Feature state already exists for this environment, feature, version, segment"
                            + " & identity combination']\"]");
        }
        assertThat(places(feature))
                .containsExactlyElementsOf(IntStream.range(0, 10).boxed().toList());
    }

    @Test
    void oneOfTwoConcurrentFeatureSegmentsSucceeds() throws Exception {
        int feature = shop.feature(Map.of("name", "placed"));
        int segment = segments.named("placed");
        var body = Map.of("feature", feature, "segment", segment, "environment", shop.environment());
        var other = elsewhere();

        var answers = atOnce(
                () -> shop.ana().post("features/feature-segments/", body),
                () -> other.post("features/feature-segments/", body));

        assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(201, 400);
    }

    /** A change of the enabled state does not undo a concurrent change of the value. */
    @Test
    void concurrentChangesOfAFlagAreBothKept() throws Exception {
        int feature = shop.feature(Map.of("name", "shared"));
        var path = shop.stateOf(feature);
        for (int round = 1; round <= 10; round++) {
            int value = round;
            boolean enabled = round % 2 == 1;
            var other = elsewhere();

            var answers = atOnce(
                    () -> shop.ana().put(path, Map.of("enabled", enabled)),
                    () -> other.put(path, Map.of("feature_state_value", value)));

            assertThat(answers).extracting(Api.Answer::status).containsOnly(200);
            var seen = shop.ana().with(POSITION, position(answers)).get(path).ok();
            assertThat(seen.get("enabled").asBoolean()).isEqualTo(enabled);
            assertThat(seen.get("feature_state_value").asInt()).isEqualTo(value);
            assertThat(answers.get(0).ok().get("enabled").asBoolean()).isEqualTo(enabled);
            assertThat(answers.get(1).ok().get("feature_state_value").asInt()).isEqualTo(value);
        }
    }

    /** The same user at the other process, which has caught up with this one. */
    private static Api elsewhere() {
        var marker = shop.ana().patch("organisations/" + shop.organisation() + "/", Map.of("name", "Acme"));
        return new Api(there.awaitReady(), shop.ana().headers()).with(POSITION, position(List.of(marker)));
    }

    private static String position(List<Api.Answer> answers) {
        return Long.toString(answers.stream()
                .mapToLong(answer ->
                        answer.http().headers().firstValueAsLong(POSITION).orElseThrow())
                .max()
                .orElseThrow());
    }

    private static List<Integer> places(int feature) {
        return shop.ana()
                .get("features/feature-segments/?environment=" + shop.environment() + "&feature=" + feature)
                .ok()
                .get("results")
                .valueStream()
                .map(place -> place.get("priority").asInt())
                .toList();
    }

    private static List<Api.Answer> atOnce(Callable<Api.Answer> one, Callable<Api.Answer> other)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Api.Answer>();
            for (var done : threads.invokeAll(List.of(one, other))) {
                answers.add(done.get());
            }
            return answers;
        }
    }
}
