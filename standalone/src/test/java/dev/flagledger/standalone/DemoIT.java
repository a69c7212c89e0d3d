package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.standalone.demo.ShopDemo;
import dev.flagledger.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project that {@code --demo} creates, and the requests that it prints. */
class DemoIT {

    private static final Map<String, String> ACCOUNT = Map.of(
            "email",
            "demo@flagledger.dev",
            "password",
            "what-was-on-at-14-03",
            "first_name",
            "Demo",
            "last_name",
            "User");

    @Test
    void thePrintedRequestsWorkAfterEveryStart(@TempDir Path temporary) throws IOException {
        try (var directory = new DataDirectory(temporary.toRealPath())) {
            var first = printedBy(directory);
            var second = printedBy(directory);

            assertThat(second).isEqualTo(first);
        }
    }

    @Test
    void missingPartsOfADemoAreCreated() {
        try (var server = TestServer.start()) {
            var token = server.api().post("auth/users/", ACCOUNT).ok().get("key");
            var demo = server.api().with("Authorization", "Token " + token.asString());
            var organisation =
                    demo.post("organisations/", Map.of("name", "Demo")).ok();
            var project = Map.of(
                    "name", "Shop", "organisation", organisation.get("id").asInt());
            int half = demo.post("projects/", project).ok().get("id").asInt();

            server.part(ShopDemo.class).create(server.address());

            assertThat(demo.get("projects/").ok()).hasSize(1);
            assertThat(demo.get("environments/?project=" + half)
                            .ok()
                            .get("count")
                            .asInt())
                    .isEqualTo(2);
            assertThat(demo.get("projects/" + half + "/features/")
                            .ok()
                            .get("count")
                            .asInt())
                    .isEqualTo(3);
        }
    }

    @Test
    void aServerThatCannotCreateTheDemoReportsItAndKeepsRunning() {
        var database = Map.of("FLAGLEDGER_DATABASE_URL", TestDatabase.fresh().url());
        try (var reader = ServerProcess.start(database, List.of("--port", "0", "--role", "query", "--demo"))) {
            var api = Api.of(reader.awaitReady());

            awaitPrinted(reader, "flagledger: There is no demo: the demo met 4");
            assertThat(api.get("/health").status()).isEqualTo(200);
        }
    }

    /** Starts a server with the demo, tries the printed requests, and returns them without the port. */
    private static String printedBy(DataDirectory directory) {
        try (var server = ServerProcess.on(directory.path(), "--demo")) {
            var uri = server.awaitReady();
            awaitPrinted(server, "/audit/");
            var printed = server.output().lines().skip(1).toList();
            var requests = Curl.in(printed);

            assertThat(requests).hasSize(3);
            assertThat(requests.get(0).send().ok()).hasSize(3);
            assertThat(requests.get(1).send().ok().get("enabled").asBoolean()).isTrue();
            assertThat(requests.get(2)
                            .send()
                            .ok()
                            .get("results")
                            .get(0)
                            .get("log")
                            .asString())
                    .isEqualTo("Flag state updated for feature: new_checkout");
            server.terminate();
            return String.join("\n", printed).replace(uri.toString(), "");
        }
    }

    private static void awaitPrinted(ServerProcess server, String text) {
        await().atMost(Duration.ofSeconds(60)).until(() -> server.output().contains(text));
    }
}
