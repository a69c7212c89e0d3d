package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.ledger.log.store.EventLog;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The health of features, as providers report it. */
class FeatureHealthIT {

    private static final TestServer SERVER = TestServer.shared();

    private Shop shop;
    private int basket;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        basket = shop.feature(Map.of("name", "basket"));
    }

    @Test
    void aProviderIsAddedAndRemoved() {
        var provider = shop.ana().post(providers(), Map.of("name", "Webhook"));

        assertThat(provider.status()).isEqualTo(201);
        assertThat(provider.json().propertyNames()).containsExactly("created_by", "name", "project", "webhook_url");
        assertThat(provider.json().get("created_by"))
                .isEqualTo(shop.ana().get("auth/users/me/").ok().get("email"));
        assertThat(provider.json().get("name").asString()).isEqualTo("Webhook");
        assertThat(provider.json().get("project").asInt()).isEqualTo(shop.project());
        assertThat(shop.ana().get(providers()).ok().get(0)).isEqualTo(provider.json());
        assertThat(shop.ana().post(providers(), Map.of("name", "Webhook")).text())
                .isEqualTo("{\"name\":[\"Feature health provider with this name already exists.\"]}");

        var url = provider.json().get("webhook_url").asString();
        assertThat(report(url, "unhealthy").status()).isEqualTo(200);
        assertThat(shop.ana().delete(providers() + "Webhook/").status()).isEqualTo(204);

        assertThat(shop.ana().delete(providers() + "Webhook/").status()).isEqualTo(404);
        assertThat(report(url, "unhealthy").status()).isEqualTo(404);
        assertThat(shop.ana().get(providers()).text()).isEqualTo("[]");
        assertThat(events()).isEmpty();
        assertThat(provider("Webhook")).isNotEqualTo(url);
        assertThat(report(url, "unhealthy").status()).isEqualTo(404);
    }

    @Test
    void theLastReportAppliesAndRepeatedOnesAreIgnored() {
        var url = provider("Webhook");
        var body = "{\"feature\":\"basket\",\"environment\":\"Staging\",\"status\":\"unhealthy\",\"reason\":"
                + "{\"text_blocks\":[{\"title\":\"Latency\",\"text\":\"slow\"}],"
                + "\"url_blocks\":[{\"url\":\"https://graphs.example.test/\"}]}}";
        var answer = SERVER.api().send("POST", url, body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEmpty();

        var event = events().get(0);
        assertThat(event.propertyNames())
                .containsExactly("id", "created_at", "environment", "feature", "provider_name", "reason", "type");
        assertThat(event.get("environment").asInt()).isEqualTo(shop.environment());
        assertThat(event.get("feature").asInt()).isEqualTo(basket);
        assertThat(event.get("type").asString()).isEqualTo("UNHEALTHY");
        assertThat(event.get("provider_name").asString()).isEqualTo("Webhook");
        assertThat(event.get("reason").toString())
                .isEqualTo("{\"text_blocks\":[{\"title\":\"Latency\",\"text\":\"slow\"}],"
                        + "\"url_blocks\":[{\"title\":null,\"url\":\"https://graphs.example.test/\"}]}");

        long head = SERVER.part(EventLog.class).head();
        assertThat(SERVER.api().send("POST", url, body).status()).isEqualTo(200);
        assertThat(SERVER.part(EventLog.class).head()).isEqualTo(head);

        report(url, "unhealthy");
        assertThat(events()).hasSize(2);
        report(url, "healthy");
        assertThat(events()).hasSize(2);
        assertThat(events().get(0).get("type").asString()).isEqualTo("HEALTHY");
        assertThat(events().get(0).get("environment").isNull()).isTrue();
        assertThat(events().get(0).get("reason").isNull()).isTrue();
    }

    @Test
    void reportsAboutUnknownObjectsAreIgnored() {
        var url = provider("Webhook");
        long head = SERVER.part(EventLog.class).head();

        assertThat(SERVER.api()
                        .post(url, Map.of("feature", "unheard-of", "status", "unhealthy"))
                        .status())
                .isEqualTo(200);
        assertThat(SERVER.api()
                        .post(url, Map.of("feature", "basket", "environment", "Moon", "status", "unhealthy"))
                        .status())
                .isEqualTo(200);

        assertThat(SERVER.part(EventLog.class).head()).isEqualTo(head);
    }

    @Test
    void adminsDismissReports() {
        var url = provider("Webhook");
        report(url, "unhealthy");
        var path = "projects/" + shop.project() + "/feature-health/events/";
        int id = events().get(0).get("id").asInt();

        var member = Member.viewing(SERVER, shop);
        assertThat(member.send("POST", path + id + "/dismiss/", "{}").status()).isEqualTo(403);
        assertThat(shop.ana().send("POST", path + "999999/dismiss/", "{}").status())
                .isEqualTo(404);
        assertThat(shop.ana().send("POST", path + id + "/dismiss/", "{}").status())
                .isEqualTo(204);

        assertThat(events()).hasSize(1);
        assertThat(events().get(0).get("type").asString()).isEqualTo("HEALTHY");
        assertThat(member.get(providers()).ok().get(0).get("webhook_url").asString())
                .isEmpty();
    }

    @Test
    void grafanaAlertsReferToFeaturesByLabels() {
        var url = provider("Grafana");

        var answer = SERVER.api().send("POST", url, """
                {"receiver":"flags","alerts":[
                  {"status":"firing","labels":{"alertname":"Errors","flagsmith_feature":"basket",
                    "flagsmith_environment":"Staging"},"annotations":{"summary":"too many"},
                    "generatorURL":"https://graphs.example.test/1","dashboardURL":"","silenceURL":"javascript:alert(1)"},
                  {"status":"firing","labels":{"alertname":"Disk"}}]}""");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(events()).hasSize(1);
        assertThat(events().get(0).get("type").asString()).isEqualTo("UNHEALTHY");
        assertThat(events().get(0).get("reason").toString())
                .isEqualTo("{\"text_blocks\":[{\"title\":\"Errors\",\"text\":\"too many\"}],"
                        + "\"url_blocks\":[{\"title\":\"Alert\",\"url\":\"https://graphs.example.test/1\"}]}");

        SERVER.api().send("POST", url, """
                {"alerts":[{"status":"resolved","labels":{"flagsmith_feature":"basket","flagsmith_environment":"Staging"}}]}""");
        assertThat(events().get(0).get("type").asString()).isEqualTo("HEALTHY");
        assertThat(SERVER.api().send("POST", url, "{}").text()).isEqualTo("{\"alerts\":[\"This field is required.\"]}");
    }

    @Test
    void aResolvedAlertDoesNotAffectOthers() {
        var url = provider("Grafana");
        grafana(url, "firing", "a1");
        grafana(url, "firing", "b2");

        grafana(url, "resolved", "b2");

        assertThat(events().valueStream().map(event -> event.get("type").asString()))
                .containsExactly("HEALTHY", "UNHEALTHY");
        grafana(url, "resolved", "a1");
        assertThat(events().valueStream().map(event -> event.get("type").asString()))
                .containsExactly("HEALTHY", "HEALTHY");
    }

    private static void grafana(String url, String status, String fingerprint) {
        SERVER.api().send("POST", url, """
                {"alerts": [{"status": "%s", "fingerprint": "%s", "labels": {"flagsmith_feature": "basket"}}]}
                """.formatted(status, fingerprint)).ok();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"status":"healthy"}                                          | {"feature":["This field is required."]}
            {"feature":"basket"}                                          | {"status":["This field is required."]}
            {"feature":"","status":"healthy"}                             | {"feature":["This field may not be blank."]}
            {"feature":"basket","status":"ill"}                           | {"status":["\\"ill\\" is not a valid choice."]}
            {"feature":"basket","status":"healthy","environment":""}      | {"environment":["This field may not be blank."]}
            {"feature":"basket","status":"healthy","reason":"slow"}       | {"reason":{"non_field_errors":["Invalid data. Expected a dictionary, but got str."]}}
            {"feature":"basket","status":"healthy","reason":{"text_blocks":[{}]}} | {"reason":{"text_blocks":[{"text":["This field is required."]}]}}
            {"feature":"basket","status":"healthy","reason":{"url_blocks":[{"url":"javascript:x"}]}} | {"reason":{"url_blocks":[{"url":["Enter a valid URL."]}]}}
            """)
    void anInvalidReportIsRejected(String body, String problem) {
        var refused = SERVER.api().send("POST", provider("Webhook"), body);

        assertThat(refused.text()).isEqualTo(problem);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(events()).isEmpty();
    }

    @Test
    void adminsAddProvidersOfKnownKinds() {
        assertThat(shop.ana().post(providers(), Map.of("name", "Smoke")).text())
                .isEqualTo("{\"name\":[\"\\\"Smoke\\\" is not a valid choice.\"]}");
        assertThat(shop.ana().post(providers(), Map.of()).text()).isEqualTo("{\"name\":[\"This field is required.\"]}");
        assertThat(shop.ana().delete(providers() + "Smoke/").status()).isEqualTo(404);
        assertThat(Member.of(SERVER, shop.organisation())
                        .post(providers(), Map.of("name", "Webhook"))
                        .status())
                .isEqualTo(403);
        assertThat(SERVER.api()
                        .post("feature-health/nobody", Map.of("feature", "basket", "status", "healthy"))
                        .status())
                .isEqualTo(404);
    }

    private String providers() {
        return "projects/" + shop.project() + "/feature-health/providers/";
    }

    /** Adds a provider, and returns the URL for its reports. */
    private String provider(String name) {
        return shop.ana()
                .post(providers(), Map.of("name", name))
                .ok()
                .get("webhook_url")
                .asString();
    }

    private static Api.Answer report(String url, String status) {
        return SERVER.api().post(url, Map.of("feature", "basket", "status", status));
    }

    private JsonNode events() {
        return shop.ana()
                .get("projects/" + shop.project() + "/feature-health/events/")
                .ok();
    }
}
