package dev.flagledger.standalone.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.standalone.Api;
import dev.flagledger.standalone.DataDirectory;
import dev.flagledger.standalone.LongForm;
import dev.flagledger.standalone.ServerProcess;
import dev.flagledger.standalone.Shop;
import dev.flagledger.testing.Receiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a server during writes, round after round on the same data: in turn alone, so that its PostgreSQL is orphaned; together with
 * PostgreSQL; and after PostgreSQL was killed and restarted. After each restart every acknowledged write is there once, with its line
 * in the audit log and its webhook, and nothing else is.
 */
class CrashIT {

    private static final int ROUNDS = LongForm.isWanted() ? 100 : 5;
    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final int WRITERS = 4;
    private static final int ENOUGH_WRITES = 60;
    /** Checkpoints are written frequently, so that some kills interrupt one. Leases of deliveries are short, since the test waits for them. */
    private static final Map<String, String> SETTINGS = Map.of(
            "FLAGLEDGER_WEBHOOK_ALLOW", "127.0.0.0/8",
            "FLAGLEDGER_WEBHOOK_DEADLINE", "4s",
            "FLAGLEDGER_WEBHOOK_LEASE", "5s",
            "FLAGLEDGER_CHECKPOINT_EVENTS", "1");

    private final DataDirectory directory;
    private final Receiver receiver = Receiver.answering(200);
    private final AtomicInteger started = new AtomicInteger();
    private final List<Blow> blows = List.of((server, _) -> server.kill(), this::killBoth, this::killDatabaseFirst);

    CrashIT(@TempDir Path temporary) throws IOException {
        this.directory = new DataDirectory(temporary.toRealPath().resolve("data"));
    }

    @AfterEach
    void killProcesses() {
        directory.close();
        receiver.close();
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
            var all =
                    rounds.stream().flatMap(round -> round.answered().stream()).collect(Collectors.toSet());
            assertThat(told(all)).containsAll(all);
        }
    }

    /** The writers continue as soon as the server has restarted PostgreSQL. */
    private void killDatabaseFirst(ServerProcess server, Set<String> answered) {
        directory.postmaster().destroyForcibly();
        int before = answered.size() + WRITERS;
        await().atMost(TIMEOUT).until(() -> answered.size() > before);
        server.kill();
    }

    private void killBoth(ServerProcess server, Set<String> answered) {
        directory.postmaster().destroyForcibly();
        server.kill();
    }

    private static void check(Round round, Api api) {
        var again = new Api(api.server(), round.shop().ana().headers());

        assertThat(round.answered()).hasSizeGreaterThanOrEqualTo(ENOUGH_WRITES);
        var there = features(again, round.shop());
        assertThat(there).doesNotHaveDuplicates().containsAll(round.answered());
        assertThat(round.asked()).containsAll(there);
        assertThat(audited(again, round.shop())).containsExactlyInAnyOrderElementsOf(there);
    }

    private ServerProcess start() {
        return ServerProcess.start(
                SETTINGS, List.of("--port", "0", "--data", directory.path().toString()));
    }

    /** Several writers create features in shops of their own until the kill. */
    private Round writeUntil(Blow blow, ServerProcess server, Api api) throws InterruptedException {
        var shop = Shop.of(api);
        shop.ana().post(shop.webhooks(), Map.of("url", receiver.url())).ok();
        Set<String> asked = ConcurrentHashMap.newKeySet();
        Set<String> answered = ConcurrentHashMap.newKeySet();
        var enough = new CountDownLatch(ENOUGH_WRITES);
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.execute(() -> write(shop, asked, name -> {
                    answered.add(name);
                    enough.countDown();
                }));
            }
            boolean written;
            try {
                written = enough.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            } finally {
                // The writers end when the server does.
                blow.fall(server, answered);
            }
            assertThat(written).isTrue();
        }
        return new Round(shop, asked, answered);
    }

    private void write(Shop shop, Set<String> asked, Consumer<String> answered) {
        try {
            while (true) {
                var name = "feature_" + started.incrementAndGet();
                asked.add(name);
                if (shop.ana().post(shop.features(), Map.of("name", name)).status() == 201) {
                    answered.accept(name);
                }
            }
        } catch (UncheckedIOException _) {
            // The server was killed, which ends this writer.
        }
    }

    private static List<String> features(Api api, Shop shop) {
        return api.get(shop.features())
                .ok()
                .get("results")
                .valueStream()
                .map(feature -> feature.get("name").asString())
                .toList();
    }

    private static List<String> audited(Api api, Shop shop) {
        return api.get(shop.audit())
                .ok()
                .get("results")
                .valueStream()
                .filter(line -> line.get("related_object_type").asString().equals("FEATURE"))
                .map(line -> line.get("log").asString().replace("New Flag / Remote Config created: ", ""))
                .toList();
    }

    private List<String> told(Set<String> answered) {
        var missing = new HashSet<>(answered);
        var told = new ArrayList<String>();
        while (!missing.isEmpty()) {
            var name = receiver.next()
                    .data()
                    .get("new_state")
                    .get("feature")
                    .get("name")
                    .asString();
            told.add(name);
            missing.remove(name);
        }
        return told;
    }

    /** The names of the features that were requested and acknowledged before a kill. */
    private record Round(Shop shop, Set<String> asked, Set<String> answered) {}

    private interface Blow {
        void fall(ServerProcess server, Set<String> answered);
    }
}
