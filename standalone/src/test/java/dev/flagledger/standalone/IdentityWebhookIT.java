package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The webhook of an environment for identities, as its admins set it up. */
class IdentityWebhookIT {

    private static final String URL = "http://127.0.0.1:9/hook";
    private static final String SECOND = "[\"WebhookConfiguration for environment already exist.\"]";

    private final Shop shop = Shop.in(TestServer.shared());
    private final Api ana = shop.ana();
    private final String path = "environments/" + shop.key() + "/integrations/webhook/";

    @Test
    void itIsAddedReadChangedAndRemovedAsFlagsmithsAre() {
        assertThat(ana.get(path).text()).isEqualTo("[]");

        var added = ana.post(path, Map.of("url", URL, "secret", "s3cret"));
        assertThat(added.status()).isEqualTo(201);
        int id = added.ok().get("id").asInt();
        var expected = "{\"id\":" + id + ",\"url\":\"" + URL + "\",\"secret\":\"s3cret\"}";
        assertThat(added.text()).isEqualTo(expected);
        assertThat(ana.get(path).text()).isEqualTo("[" + expected + "]");
        assertThat(ana.get(path + id + "/").text()).isEqualTo(expected);

        assertThat(ana.patch(path + id + "/", Map.of("secret", "")).text()).isEqualTo(expected.replace("s3cret", ""));
        assertThat(ana.put(path + id + "/", Map.of("url", URL + "2")).text())
                .isEqualTo(expected.replace("s3cret", "").replace(URL, URL + "2"));
        assertThat(ana.put(path + id + "/", Map.of("secret", "x")).text())
                .isEqualTo("{\"url\":[\"This field is required.\"]}");

        assertThat(ana.delete(path + id + "/").status()).isEqualTo(204);
        assertThat(ana.get(path).text()).isEqualTo("[]");
        assertThat(ana.get(path + id + "/").text())
                .isEqualTo("{\"detail\":\"No WebhookConfiguration matches the given query.\"}");
        assertThat(ana.post(path, Map.of("url", URL)).status())
                .as("its place is free again")
                .isEqualTo(201);
    }

    @Test
    void anEnvironmentHasOneAtMostHoweverManyAreAddedAtOnce() throws Exception {
        Callable<Api.Answer> add = () -> ana.post(path, Map.of("url", URL));
        List<Api.Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(List.of(add, add, add, add)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(201, 400, 400, 400);
        assertThat(answers.stream().filter(answer -> answer.status() == 400))
                .extracting(Api.Answer::text)
                .containsOnly(SECOND);
        assertThat(ana.get(path).ok()).hasSize(1);
    }

    @Test
    void itIsNoneOfTheWebhooksThatAreToldOfChanges() {
        int changes = shop.webhook(Map.of("url", URL));
        int id = ana.post(path, Map.of("url", URL)).ok().get("id").asInt();

        assertThat(ana.get(shop.webhooks()).ok()).hasSize(1);
        assertThat(ana.delete(shop.webhooks() + id + "/").status()).isEqualTo(404);
        assertThat(ana.delete(path + changes + "/").status()).isEqualTo(404);
        assertThat(ana.get(path).ok()).hasSize(1);
    }

    @Test
    void aUrlThatNoWebhookMayCallIsRefused() {
        assertThat(ana.post(path, Map.of("url", "http://169.254.169.254/")).text())
                .isEqualTo("{\"url\":[\"URLs must not target internal or private network addresses.\"]}");
        assertThat(ana.post(path, Map.of()).text()).isEqualTo("{\"url\":[\"This field is required.\"]}");
    }

    @Test
    void eachChangeIsInTheAuditLogWithoutTheSecret() {
        int id = ana.post(path, Map.of("url", URL, "secret", "s3cret"))
                .ok()
                .get("id")
                .asInt();
        ana.patch(path + id + "/", Map.of("secret", "other-secret"));
        ana.delete(path + id + "/");

        var events = ana.get(shop.events() + "?object=webhook:" + id);
        assertThat(events.ok()
                        .get("results")
                        .valueStream()
                        .map(event -> event.get("type").asString()))
                .containsExactly("webhook.removed", "webhook.changed", "webhook.added");
        assertThat(events.text()).contains("Identity webhook deleted: " + URL).doesNotContain("s3cret", "other-secret");
    }

    @Test
    void itEndsWithItsEnvironmentAndIsNotCopied() {
        ana.post(path, Map.of("url", URL));
        var copy = ana.post("environments/" + shop.key() + "/clone/", Map.of("name", "Copy"))
                .ok();
        var ofCopy = "environments/" + copy.get("api_key").asString() + "/integrations/webhook/";
        assertThat(ana.get(ofCopy).text()).isEqualTo("[]");

        assertThat(ana.delete("environments/" + shop.key() + "/").status()).isEqualTo(204);

        assertThat(ana.get(path).status()).isEqualTo(403);
        assertThat(ana.post(ofCopy, Map.of("url", URL)).status()).isEqualTo(201);
        assertThat(ana.delete("projects/" + shop.project() + "/").status()).isEqualTo(204);
    }
}
