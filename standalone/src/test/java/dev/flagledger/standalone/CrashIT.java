package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.Receiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server is killed amid writes, and its PostgreSQL with it or left behind as an orphan. After a restart every write that
 * was answered is there, with its line in the audit log and its webhook.
 */
class CrashIT {

    private static final int WRITERS = 4;
    private static final int ENOUGH_WRITES = 60;
    private static final Map<String, String> LOOPBACK = Map.of("FLAGLEDGER_WEBHOOK_ALLOW", "127.0.0.0/8");

    private final DataDirectory directory;
    private final Receiver receiver = Receiver.answering(200);

    CrashIT(@TempDir Path temporary) throws IOException {
        this.directory = new DataDirectory(temporary.toRealPath().resolve("data"));
    }

    @AfterEach
    void leaveNothingRunning() {
        directory.close();
        receiver.close();
    }

    @Test
    void whatWasAnsweredSurvivesTheDeathOfTheServer() {
        survives(ServerProcess::kill);
    }

    @Test
    void whatWasAnsweredSurvivesTheDeathOfServerAndDatabase() {
        survives(server -> {
            directory.postmaster().destroyForcibly();
            server.kill();
        });
    }

    private void survives(Blow blow) {
        Set<String> answered;
        Shop shop;
        try (var server = start()) {
            shop = Shop.of(Api.of(server.awaitReady()));
            shop.ana().post(shop.webhooks(), Map.of("url", receiver.url())).ok();
            answered = writeUntil(blow, server, shop);
        }
        try (var server = start()) {
            var again = new Api(server.awaitReady(), shop.ana().headers());

            assertThat(answered).hasSizeGreaterThanOrEqualTo(ENOUGH_WRITES);
            assertThat(features(again, shop)).containsAll(answered);
            assertThat(audited(again, shop)).containsAll(answered);
            assertThat(told(answered)).containsAll(answered);
        }
    }

    private ServerProcess start() {
        return ServerProcess.start(
                LOOPBACK, List.of("--port", "0", "--data", directory.path().toString()));
    }

    /** Many writers create features until the blow falls; returns the names of those that were answered. */
    private static Set<String> writeUntil(Blow blow, ServerProcess server, Shop shop) {
        var answered = new HashSet<String>();
        var started = new AtomicInteger();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.execute(() -> write(shop, started, answered));
            }
            while (true) {
                synchronized (answered) {
                    if (answered.size() >= ENOUGH_WRITES) {
                        break;
                    }
                }
                Thread.onSpinWait();
            }
            blow.fall(server);
        }
        return answered;
    }

    private static void write(Shop shop, AtomicInteger started, Set<String> answered) {
        try {
            while (true) {
                var name = "feature_" + started.incrementAndGet();
                if (shop.ana().post(shop.features(), Map.of("name", name)).status() == 201) {
                    synchronized (answered) {
                        answered.add(name);
                    }
                }
            }
        } catch (UncheckedIOException _) {
            // The server is dead: this writer's work is done.
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

    private interface Blow {
        void fall(ServerProcess server);
    }
}
