package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The responses of a node whose database has stopped responding without closing its connections. */
class DatabaseSilentIT {

    @Test
    void concurrentRequestsForIdentitiesAreServedFromMemory() throws Exception {
        var url = TestDatabase.fresh().migrated().url();
        var server = URI.create(url.substring("jdbc:".length()));
        try (var relay = new Relay(server.getPort())) {
            var node = RunningNode.start(
                    Role.ALL,
                    Map.of(
                            "spring.datasource.url",
                            url.replaceFirst("//[^/]*/", "//127.0.0.1:" + relay.port() + "/")
                                    + (url.contains("?") ? "&" : "?") + "socketTimeout=3",
                            "server.port",
                            "0"));
            node.awaitReady();
            var application = Shop.of(Api.of(node.address())).application();
            application.post("identities/", said("bob")).ok();
            relay.stopForwarding();

            var answers = IntStream.range(0, 20)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> application.post("identities/", said("eve" + number)), Thread::startVirtualThread))
                    .toList();

            assertThat(answers).allSatisfy(answer -> {
                answer.join().ok();
                assertThat(answer.join().http().headers().firstValue("Flagledger-Not-Recorded"))
                        .hasValue("database-away");
            });
            node.close();
        }
    }

    private static Map<String, Object> said(String identifier) {
        return Map.of("identifier", identifier, "traits", List.of(Map.of("trait_key", "plan", "trait_value", "pro")));
    }
}
