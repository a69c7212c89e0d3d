package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.testing.Receiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Follows the incident of {@code docs/audit.md} with the very commands of the page. */
class IncidentIT {

    private final Shop shop = Shop.in(TestServer.shared());
    private final int feature = shop.feature(Map.of("name", "checkout_v2"));
    private final Map<String, String> variables = new LinkedHashMap<>();

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
        var page = Files.readString(Path.of("../docs/audit.md"));
        var chapter = page.substring(page.indexOf("## An incident"));
        var text = chapter.substring(0, chapter.indexOf("\n## "));
        for (var variable : variables.entrySet()) {
            text = text.replace("$" + variable.getKey(), variable.getValue());
        }
        return Curl.in(text.lines().toList());
    }
}
