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
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

    private static TestServer server;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        var delays = String.join(",", Collections.nCopies(100, "300ms"));
        server = TestServer.start(Map.of("flagledger.webhook.retry-delays", delays));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void itsFlagsBecomeThoseOfTheEnvironment(ReceiverProgram program) {
        Programs.need(
                Programs.isOnPath(program.interpreter()) || program == ReceiverProgram.JAVA,
                "The example receiver " + program.file() + " is not tried: there is no " + program.interpreter() + ".");
        var shop = Shop.in(server);
        var changes = new Changes(shop, Segments.of(server, shop), new Random(7));
        try (var receiver = new RunningReceiver(program, SECRET, directory.resolve("flags.log"));
                var network = new Network(new Random(11), receiver::uri)) {
            var deliveries = subscribe(shop, network.url());

            changes.make(HALF);
            receiver.killAndStart();
            changes.make(HALF);
            shop.feature(Map.of("name", "last"));

            await().atMost(PATIENCE)
                    .until(() -> receiver.flags().has("last")
                            && list(shop, deliveries, "pending").isEmpty());
            assertThat(list(shop, deliveries, "failed")).isEmpty();
            assertThat(receiver.flags()).isEqualTo(flags(shop));
            assertThat(receiver.missing()).isEmpty();
            assertThat(flags(shop)).hasSizeGreaterThan(5);
            assertThat(network.repeated).isNotEmpty();
            assertThat(network.forged).isNotEmpty().contains(401).doesNotContain(204);
        }
    }

    /** Returns the path of the webhook's deliveries. */
    private static String subscribe(Shop shop, String url) {
        var webhooks = "environments/" + shop.key() + "/webhooks/";
        var webhook =
                shop.ana().post(webhooks, Map.of("url", url, "secret", SECRET)).ok();
        return webhooks + webhook.get("id").asInt() + "/deliveries/";
    }

    private static JsonNode list(Shop shop, String deliveries, String status) {
        return shop.ana().get(deliveries + "?status=" + status).ok().get("results");
    }

    private static JsonNode flags(Shop shop) {
        var flags = JsonMapper.shared().createObjectNode();
        for (var flag : shop.application().get("flags/").ok()) {
            var state = flags.putObject(flag.at("/feature/name").asString());
            state.set("enabled", flag.get("enabled"));
            state.set("value", flag.get("feature_state_value"));
        }
        return flags;
    }
}
