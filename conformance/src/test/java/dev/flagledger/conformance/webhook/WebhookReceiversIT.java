package dev.flagledger.conformance.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.conformance.Programs;
import dev.flagledger.standalone.Segments;
import dev.flagledger.standalone.Shop;
import dev.flagledger.standalone.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An example receiver's flags become those of the environment, through losses, repetitions, late messages, forgeries and a kill. */
class WebhookReceiversIT {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int HALF = 40;

    private static final TestServer SERVER = TestServer.start(
            Map.of("flagledger.webhook.retry-delays", String.join(",", Collections.nCopies(100, "300ms"))));

    private final Shop shop = Shop.in(SERVER);

    @TempDir
    private Path directory;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @EnumSource
    void itsFlagsBecomeThoseOfTheEnvironment(ReceiverProgram program) {
        need(program);
        try (var network = Network.honest()) {
            var webhook = subscribe(network.url());
            try (var receiver = new RunningReceiver(program, Map.of("SECRET", SECRET), store())) {
                network.leadTo(receiver::uri);

                changeAndKill(receiver);

                await().atMost(PATIENCE)
                        .until(() -> receiver.flags().has("last")
                                && list(webhook, "pending").isEmpty());
                assertThat(list(webhook, "failed")).isEmpty();
                assertThat(receiver.flags()).isEqualTo(flags());
                assertThat(receiver.missing()).isEmpty();
                assertThat(flags()).hasSizeGreaterThan(5);
                assertThat(network.repeated).isNotEmpty();
                assertThat(network.forged).isNotEmpty().contains(401).doesNotContain(204);
            }
        }
    }

    /** Nothing that was lost is sent again, and the last message may be among it. */
    @ParameterizedTest
    @EnumSource
    void whatIsLostThoughItWasAcknowledgedComesFromTheFeed(ReceiverProgram program) {
        need(program);
        try (var network = Network.lying()) {
            var webhook = subscribe(network.url());
            String token = Objects.requireNonNull(shop.ana().headers().get("Authorization"));
            var settings = Map.of(
                    "SECRET",
                    SECRET,
                    "FEED",
                    shop.ana()
                            .server()
                            .resolve("/api/v1/" + webhook + "messages/")
                            .toString(),
                    "TOKEN",
                    token,
                    "EVERY",
                    "1");
            try (var receiver = new RunningReceiver(program, settings, store())) {
                network.leadTo(receiver::uri);

                changeAndKill(receiver);

                await().atMost(PATIENCE)
                        .until(() -> list(webhook, "pending").isEmpty()
                                && receiver.flags().has("last")
                                && receiver.missing().isEmpty());
                assertThat(network.lost).hasSizeGreaterThan(5);
                assertThat(receiver.flags()).isEqualTo(flags());
            }
        }
    }

    private static void need(ReceiverProgram program) {
        Programs.need(
                Programs.isOnPath(program.interpreter()) || program == ReceiverProgram.JAVA,
                "The example receiver " + program.file() + " is not tried: there is no " + program.interpreter() + ".");
    }

    private void changeAndKill(RunningReceiver receiver) {
        var changes = new Changes(shop, Segments.of(SERVER, shop), new Random(7));
        changes.make(HALF);
        receiver.killAndStart();
        changes.make(HALF);
        shop.feature(Map.of("name", "last"));
    }

    private Path store() {
        return directory.resolve("flags.log");
    }

    /** Returns the path of the webhook. */
    private String subscribe(String url) {
        return shop.webhooks() + shop.webhook(Map.of("url", url, "secret", SECRET)) + "/";
    }

    private JsonNode list(String webhook, String status) {
        return shop.ana().get(webhook + "deliveries/?status=" + status).ok().get("results");
    }

    private JsonNode flags() {
        var flags = JsonMapper.shared().createObjectNode();
        for (var flag : shop.application().get("flags/").ok()) {
            var state = flags.putObject(flag.at("/feature/name").asString());
            state.set("enabled", flag.get("enabled"));
            state.set("value", flag.get("feature_state_value"));
        }
        return flags;
    }
}
