package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.ledger.proof.LogTree;
import dev.flagledger.testing.Receiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Follows the incident of {@code docs/audit.md} with the very commands of the page. */
class IncidentIT {

    private final Shop shop = Shop.in(TestServer.shared());
    private final int feature = shop.feature(Map.of("name", "checkout_v2"));
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Path extract;

    IncidentIT(@TempDir Path directory) {
        this.extract = directory.resolve("incident.ndjson");
    }

    @Test
    void theCommandsOfThePageShowWhatHappenedAndUndoIt() throws IOException {
        try (var receiver = Receiver.answering(200)) {
            shop.ana().post(shop.webhooks(), Map.of("url", receiver.url())).ok();
            happen();
            var commands = commands();

            var flags = commands.get(0).send().ok();
            assertThat(flags.get(0).get("enabled").asBoolean()).isTrue();
            assertThat(now().get("enabled").asBoolean()).isFalse();

            var difference = commands.get(1).send().ok();
            assertThat(difference.toString()).contains("checkout_v2", "\"field\":\"enabled\"");

            var event = commands.get(2).send().ok().get("results").get(0);
            assertThat(event.get("actor").get("name").asString()).isEqualTo(email());
            assertThat(event.get("note").asString()).isEqualTo("sale starts");
            variables.put("POSITION", event.get("position").asString());

            await().until(() -> !commands().get(3).send().ok().isEmpty());
            await().until(() ->
                    commands().get(3).send().ok().get(0).get("last_status").isNumber());
            assertThat(commands().get(3).send().ok().get(0).get("id").asString())
                    .isEqualTo(receiver.next().header("webhook-id"));

            shop.ana().patch(shop.stateOf(feature), Map.of("enabled", true)).ok();
            assertThat(commands().get(4).send().status()).isEqualTo(200);
            assertThat(now().get("enabled").asBoolean()).isFalse();
        }
    }

    @Test
    void theCommandsOfThePageProveWhatHappenedAndFindWhatIsChanged() throws IOException {
        happen();
        var position = commands().get(2).send().ok().get("results").get(0).get("position");
        awaitProof(position.asLong());
        variables.put("LOG_KEY", shop.ana().get("proof/key/").text().strip());

        var exported = run("export");
        assertThat(exported.exitCode()).as(exported.text()).isZero();
        var verified = run("verify");

        assertThat(verified.text()).contains("\nIntact: ");
        assertThat(verified.exitCode()).isZero();
        var lines = Files.readString(extract);
        assertThat(lines).contains("{\"position\":" + position + ",", "\"note\":\"sale starts\"");
        Files.writeString(extract, lines.replace("sale starts", "sale ended!"));
        assertThat(run("verify").text())
                .contains("First bad entry: position " + position + ": the entry is not the one that was signed");
        assertThat(run("verify").exitCode()).isEqualTo(1);
        Files.writeString(extract, lines);
        variables.put("LOG_KEY", "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        assertThat(run("verify").exitCode()).as("with the key of another log").isEqualTo(1);
    }

    private static void awaitProof(long position) {
        var tree = TestServer.shared().part(LogTree.class);
        await().until(() -> tree.head().filter(head -> head.size() >= position).isPresent());
    }

    /** Switches the flag on, with a note, and off again. */
    private void happen() {
        shop.ana()
                .post("environments/" + shop.key() + "/identities/", Map.of("identifier", "user-88"))
                .ok();
        var identities = shop.ana()
                .get("environments/" + shop.key() + "/identities/")
                .ok()
                .get("results");
        variables.put("BEFORE", Instant.now().toString());
        shop.ana()
                .with("Flagledger-Note", "sale%20starts")
                .patch(shop.stateOf(feature), Map.of("enabled", true))
                .ok();
        variables.put("AT", Instant.now().toString());
        shop.ana().patch(shop.stateOf(feature), Map.of("enabled", false)).ok();
        variables.put("SERVER", TestServer.shared().address().toString());
        variables.put("TOKEN", shop.ana().headers().get("Authorization"));
        variables.put("KEY", shop.key());
        variables.put("IDENTITY", identities.get(0).get("id").asString());
        variables.put("PROJECT", Integer.toString(shop.project()));
        variables.put("FEATURE", Integer.toString(feature));
        variables.put("POSITION", "0");
    }

    private String email() {
        return shop.ana().get("auth/users/me/").ok().get("email").asString();
    }

    private JsonNode now() {
        return shop.ana().get(shop.stateOf(feature)).ok();
    }

    /** The requests of the page's chapter, with the variables as set so far. */
    private List<Curl> commands() throws IOException {
        return Curl.in(chapter().lines().toList());
    }

    /** Runs the chapter's command of this name, whose file is in a directory of the test. */
    private CommandRun run(String command) throws IOException {
        var line = chapter()
                .replace("incident.ndjson", extract.toString())
                .lines()
                .filter(text -> text.startsWith("./flagledger " + command + " "))
                .findFirst()
                .orElseThrow();
        return CommandRun.of(Curl.words(line).stream().skip(1).toArray(String[]::new));
    }

    private String chapter() throws IOException {
        var page = Files.readString(Path.of("../docs/audit.md"));
        var chapter = page.substring(page.indexOf("## An incident"));
        var text = chapter.substring(0, chapter.indexOf("\n## "));
        for (var variable : variables.entrySet()) {
            text = text.replace("$" + variable.getKey(), variable.getValue());
        }
        return text;
    }
}
