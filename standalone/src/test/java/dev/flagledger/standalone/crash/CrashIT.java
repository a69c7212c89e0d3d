package dev.flagledger.standalone.crash;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.standalone.Api;
import dev.flagledger.standalone.DataDirectory;
import dev.flagledger.standalone.LongForm;
import dev.flagledger.standalone.ServerProcess;
import dev.flagledger.standalone.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Kills a server at random moments of writes, round after round on the same data: in turn alone, so that its PostgreSQL is orphaned;
 * together with PostgreSQL; and after PostgreSQL was killed and restarted. After each restart every acknowledged write is there once,
 * with its lines in the audit log, and nothing else is. In the end each of several webhooks whose receivers fail has been told of every
 * write, of those to a feature in their order, and of nothing else.
 */
class CrashIT {

    private static final int ROUNDS = LongForm.isWanted() ? 100 : 5;
    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final int WRITERS = 4;
    private static final int RECEIVERS = 5;
    private static final int ENOUGH_WRITES = 60;
    private static final int VALUES = 4;
    private static final Duration LONGEST_WAIT = Duration.ofMillis(100);

    /** Some kills interrupt a checkpoint. Leases and retries are short, since the test waits for them. */
    private static final Map<String, String> SETTINGS = Map.of(
            "FLAGLEDGER_WEBHOOK_ALLOW", "127.0.0.0/8",
            "FLAGLEDGER_WEBHOOK_DEADLINE", "4s",
            "FLAGLEDGER_WEBHOOK_LEASE", "5s",
            "FLAGLEDGER_WEBHOOK_POLL_INTERVAL", "100ms",
            "FLAGLEDGER_WEBHOOK_RETRY_DELAYS", String.join(",", Collections.nCopies(100, "100ms")),
            "FLAGLEDGER_CHECKPOINT_EVENTS", "1");

    private final DataDirectory directory;
    private final UnsteadyReceivers receivers = new UnsteadyReceivers(RECEIVERS);
    private final Random random = new Random();
    private final AtomicInteger started = new AtomicInteger();
    private final List<Blow> blows = List.of((server, _) -> server.kill(), this::killBoth, this::killDatabaseFirst);

    CrashIT(@TempDir Path temporary) throws IOException {
        this.directory = new DataDirectory(temporary.toRealPath().resolve("data"));
    }

    @AfterEach
    void killProcesses() {
        directory.close();
        receivers.close();
    }

    @Test
    void acknowledgedWritesSurviveEveryCrash() throws InterruptedException {
        var rounds = new ArrayList<Round>();
        for (int number = 0; number < ROUNDS; number++) {
            Blow blow = blows.get(number % blows.size());
            try (var server = start()) {
                var api = Api.of(server.awaitReady());
                if (!rounds.isEmpty()) {
                    check(rounds.getLast(), api);
                }
                rounds.add(writeUntil(blow, server, api));
            }
        }
        try (var server = start()) {
            var api = Api.of(server.awaitReady());
            rounds.forEach(round -> check(round, api));
            // At the end, since a delivery of a killed server waits until its lease has expired.
            rounds.forEach(round -> checkTold(round, api));
        }
    }

    /** The writers continue as soon as the server has restarted PostgreSQL. */
    private void killDatabaseFirst(ServerProcess server, Set<Write> answered) {
        directory.postmaster().destroyForcibly();
        int before = answered.size() + WRITERS;
        await().atMost(TIMEOUT).until(() -> answered.size() > before);
        server.kill();
    }

    private void killBoth(ServerProcess server, Set<Write> answered) {
        directory.postmaster().destroyForcibly();
        server.kill();
    }

    private static void check(Round round, Api api) {
        var again = round.again(api);
        var values = values(again);

        assertThat(round.answered()).hasSizeGreaterThanOrEqualTo(ENOUGH_WRITES);
        assertThat(round.asked()).containsAll(writes(values));
        assertThat(writes(values)).containsAll(round.answered());
        assertThat(audited(again, "New Flag / Remote Config created: ", "FEATURE"))
                .containsExactlyInAnyOrderElementsOf(values.keySet());
        assertThat(audited(again, "Remote config value updated for feature: ", "FEATURE_STATE"))
                .containsExactlyInAnyOrderElementsOf(writes(values).stream()
                        .filter(write -> write.value() > 0)
                        .map(Write::feature)
                        .toList());
    }

    private void checkTold(Round round, Api api) {
        var shop = round.again(api);
        var values = values(shop);
        var expected = values.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        feature -> IntStream.rangeClosed(0, feature.getValue())
                                .boxed()
                                .toList()));
        for (int webhook : round.webhooks()) {
            var page = shop.webhooks() + webhook + "/deliveries/?limit=1&status=pending";
            await().atMost(TIMEOUT)
                    .until(() ->
                            isDone(shop.ana().get(page).ok(), writes(values).size()));
            assertThat(receivers.told(webhook)).isEqualTo(expected);
        }
    }

    private static boolean isDone(JsonNode page, int messages) {
        return page.get("results").isEmpty() && page.at("/receiver/sequence").asInt() == messages;
    }

    private ServerProcess start() {
        return ServerProcess.start(
                SETTINGS, List.of("--port", "0", "--data", directory.path().toString()));
    }

    /** Several writers create features in a shop of their own, and change their values, until the kill. */
    private Round writeUntil(Blow blow, ServerProcess server, Api api) throws InterruptedException {
        var shop = Shop.of(api);
        var webhooks = receivers.urls().stream()
                .map(url -> shop.webhook(Map.of("url", url)))
                .toList();
        var round = new Round(
                shop,
                webhooks,
                ConcurrentHashMap.newKeySet(),
                ConcurrentHashMap.newKeySet(),
                new CountDownLatch(ENOUGH_WRITES));
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.execute(() -> write(round));
            }
            boolean written;
            try {
                written = round.enough().await(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            } finally {
                // The writers end when the server does. Whatever it is doing at that moment is interrupted.
                LockSupport.parkNanos(random.nextLong(LONGEST_WAIT.toNanos()));
                blow.fall(server, round.answered());
            }
            assertThat(written).isTrue();
        }
        return round;
    }

    private void write(Round round) {
        try {
            while (true) {
                writeFeature(round, "feature_" + started.incrementAndGet());
            }
        } catch (UncheckedIOException _) {
            // The server was killed, which ends this writer.
        }
    }

    /** Gives up at the first write that is not acknowledged, so that a feature's writes are those up to its value. */
    private static void writeFeature(Round round, String name) {
        var ana = round.shop().ana();
        round.asked().add(new Write(name, 0));
        var created = ana.post(round.shop().features(), Map.of("name", name, "initial_value", "0"));
        if (created.status() != 201) {
            return;
        }
        round.answer(new Write(name, 0));
        var states = "environments/" + round.shop().key() + "/featurestates/";
        var found = ana.get(states + "?feature=" + created.json().get("id"));
        for (int value = 1; found.status() == 200 && value < VALUES; value++) {
            var state = states + found.json().at("/results/0/id") + "/";
            round.asked().add(new Write(name, value));
            if (ana.patch(state, Map.of("feature_state_value", Integer.toString(value)))
                            .status()
                    != 200) {
                return;
            }
            round.answer(new Write(name, value));
        }
    }

    /** The value of each feature. */
    private static Map<String, Integer> values(Shop shop) {
        return shop.application()
                .get("flags/")
                .ok()
                .valueStream()
                .collect(toMap(
                        flag -> flag.at("/feature/name").asString(),
                        flag -> Integer.parseInt(flag.get("feature_state_value").asString())));
    }

    private static Set<Write> writes(Map<String, Integer> values) {
        return values.entrySet().stream()
                .flatMap(feature -> IntStream.rangeClosed(0, feature.getValue())
                        .mapToObj(value -> new Write(feature.getKey(), value)))
                .collect(toSet());
    }

    private static List<String> audited(Shop shop, String text, String type) {
        return shop.ana()
                .get(shop.audit())
                .ok()
                .get("results")
                .valueStream()
                .filter(line -> line.get("related_object_type").asString().equals(type))
                .map(line -> line.get("log").asString())
                .filter(log -> log.startsWith(text))
                .map(log -> log.substring(text.length()))
                .toList();
    }

    /** A write of a feature's value; the first creates it. */
    private record Write(String feature, int value) {}

    /** The writes that were requested and acknowledged before a kill. */
    private record Round(
            Shop shop, List<Integer> webhooks, Set<Write> asked, Set<Write> answered, CountDownLatch enough) {

        private void answer(Write write) {
            answered.add(write);
            enough.countDown();
        }

        /** The shop at a server that was started again. */
        private Shop again(Api api) {
            var ana = new Api(api.server(), shop.ana().headers());
            return new Shop(ana, shop.organisation(), shop.project(), shop.environment(), shop.key());
        }
    }

    private interface Blow {
        void fall(ServerProcess server, Set<Write> answered);
    }
}
