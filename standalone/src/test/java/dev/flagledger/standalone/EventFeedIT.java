package dev.flagledger.standalone;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Following the events while they happen. */
class EventFeedIT {

    private static final TestServer SERVER = TestServer.shared();

    /** More than the server has database connections. */
    private static final int CROWD = 40;

    private static final int WRITERS = 4;
    private static final int WRITES = 60;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
    }

    @Test
    void aRequestThatWaitsIsAnsweredByTheNextMatch() throws Exception {
        var end = end();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = CompletableFuture.supplyAsync(
                    () -> shop.ana().get(end + "&wait=30&type=feature.created").ok(), clients);
            shop.ana()
                    .post("projects/" + shop.project() + "/tags/", Map.of("label", "a", "color", "#fff"))
                    .ok();
            assertThat(waiting).isNotDone();

            shop.feature(Map.of("name", "basket"));

            assertThat(types(waiting.get(20, SECONDS))).containsExactly("feature.created");
        }
    }

    @Test
    void aRequestThatWaitsInVainIsAnsweredWithNothingAndWhereToGoOn() {
        var answer = shop.ana().get(end() + "&wait=1").ok();

        assertThat(answer.get("results")).isEmpty();
        assertThat(answer.get("next").asString()).contains("after=", "wait=1");
    }

    @Test
    void aCrowdThatWaitsHoldsNoDatabaseConnections() throws Exception {
        var end = end();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = IntStream.range(0, CROWD)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(
                            () -> shop.ana().get(end + "&wait=30").ok(), clients))
                    .toList();

            // Needs a connection for each request.
            assertThat(shop.ana().get(shop.audit()).ok().get("count").asInt()).isPositive();
            shop.feature(Map.of("name", "basket"));

            for (var answer : waiting) {
                assertThat(types(answer.get(30, SECONDS))).containsExactly("feature.created");
            }
        }
    }

    /** In both directions, while several clients write. */
    @Test
    void pagesShowNoEventTwiceAndMissNone() {
        var features = IntStream.range(0, WRITERS)
                .mapToObj(writer -> shop.feature(Map.of("name", "feature-" + writer)))
                .map(shop::stateOf)
                .toList();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var followed = CompletableFuture.supplyAsync(() -> follow(WRITERS * WRITES), clients);
            var writers = features.stream()
                    .map(state -> CompletableFuture.runAsync(() -> toggle(state), clients))
                    .toList();
            var backwards = new ArrayList<List<Long>>();
            await().atMost(60, SECONDS).until(() -> {
                backwards.add(walk(shop.events() + "?limit=7"));
                return writers.stream().allMatch(CompletableFuture::isDone);
            });

            var all = walk(shop.events() + "?after=0&limit=999");
            var updates = walk(shop.events() + "?after=0&type=flag.state-updated");
            assertThat(updates).hasSize(WRITERS * WRITES);
            assertThat(followed.join()).isEqualTo(updates);
            for (var seen : backwards) {
                var upTo = all.stream()
                        .filter(position -> position <= seen.getFirst())
                        .toList();
                assertThat(seen.reversed()).isEqualTo(upTo);
            }
        }
    }

    private void toggle(String state) {
        for (int write = 0; write < WRITES; write++) {
            shop.ana().patch(state, Map.of("enabled", write % 2 == 0)).ok();
        }
    }

    /** The positions of this many updates, followed with waiting requests. */
    private List<Long> follow(int count) {
        var seen = new ArrayList<Long>();
        @Nullable String path = shop.events() + "?after=0&type=flag.state-updated&limit=5&wait=20";
        while (seen.size() < count) {
            var page = shop.ana().get(path).ok();
            positions(page).forEach(seen::add);
            path = page.get("next").asString();
        }
        return seen;
    }

    /** The positions of all pages. */
    private List<Long> walk(String first) {
        var seen = new ArrayList<Long>();
        @Nullable String path = first;
        while (path != null) {
            var page = shop.ana().get(path).ok();
            positions(page).forEach(seen::add);
            path = page.get("next").isNull() || page.get("results").isEmpty()
                    ? null
                    : page.get("next").asString();
        }
        return seen;
    }

    /** The path of what follows the newest event. */
    private String end() {
        var newest =
                shop.ana().get(shop.events() + "?limit=1").ok().get("results").get(0);
        return shop.events() + "?after=" + newest.get("position").asLong();
    }

    private static Stream<Long> positions(JsonNode page) {
        return page.get("results")
                .valueStream()
                .map(event -> event.get("position").asLong());
    }

    private static List<String> types(JsonNode page) {
        return page.get("results")
                .valueStream()
                .map(event -> event.get("type").asString())
                .toList();
    }
}
