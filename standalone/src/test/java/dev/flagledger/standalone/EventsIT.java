package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The audit log by events: lists, cursors and streams. */
class EventsIT {

    /** To whoever creates a project or an environment. */
    private static final String GRANTED = "grant.permissions-granted";

    private static final TestServer SERVER = TestServer.shared();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Shop shop;
    private int feature;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        feature = shop.feature(Map.of("name", "basket_v2", "initial_value", "blue"));
    }

    @Test
    void anEventTellsWhoDidWhatToWhat() {
        var terraform = shop.ana().with("User-Agent", "Terraform/1.9 (+https://www.terraform.io)");
        var patched = terraform.patch(shop.stateOf(feature), Map.of("enabled", true));

        var event = newest();

        assertThat(event.propertyNames())
                .containsExactly(
                        "position",
                        "event_id",
                        "at",
                        "type",
                        "action",
                        "organisation",
                        "project",
                        "environment",
                        "object",
                        "feature",
                        "segment",
                        "identity",
                        "actor",
                        "address",
                        "agent",
                        "request",
                        "note",
                        "summary",
                        "difference");
        assertThat(text(event, "type")).isEqualTo("flag.state-updated");
        assertThat(text(event, "object")).isEqualTo("feature:" + feature);
        assertThat(event.get("organisation").asInt()).isEqualTo(shop.organisation());
        assertThat(event.get("environment").asInt()).isEqualTo(shop.environment());
        assertThat(text(event.get("actor"), "kind")).isEqualTo("user");
        assertThat(text(event.get("actor"), "name")).endsWith("@example.test");
        assertThat(text(event, "summary")).isEqualTo("Flag state updated for feature: basket_v2");
        assertThat(event.get("difference").toString())
                .isEqualTo("[{\"field\":\"enabled\",\"old\":false,\"new\":true}]");
        assertThat(text(event, "address")).isEqualTo("127.0.0.1");
        assertThat(text(event, "agent")).isEqualTo("Terraform/1.9 (+https://www.terraform.io)");
        assertThat(text(event, "request"))
                .isEqualTo(patched.http().headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(shop.ana()
                        .get(shop.events() + event.get("position").asLong() + "/")
                        .ok())
                .isEqualTo(event);
    }

    @Test
    void whatTheContractDoesNotAuditIsListedToo() {
        shop.ana()
                .post(shop.webhooks(), Map.of("url", "https://hooks.example.test/"))
                .ok();
        shop.ana()
                .patch("projects/" + shop.project() + "/", Map.of("hide_disabled_flags", true))
                .ok();
        var bo = Member.of(SERVER, shop.organisation());
        bo.post("auth/logout/", Map.of());

        assertThat(types("organisations/" + shop.organisation() + "/events/"))
                .containsSubsequence(
                        "user.logged-out",
                        "organisation.member-joined",
                        "project.changed",
                        "webhook.added",
                        "feature.created",
                        "environment.created",
                        "project.created",
                        "organisation.member-joined",
                        "organisation.created");
        assertThat(types(shop.events())).doesNotContain("user.logged-out", "organisation.created");
        assertThat(types("events/")).contains("user.logged-out", "organisation.created");
    }

    @Test
    void aRequestLeadsToItsEvents() {
        var patched = shop.ana().patch(shop.features() + feature + "/", Map.of("description", "What it is"));
        var request = patched.http().headers().firstValue("X-Request-Id").orElseThrow();

        assertThat(types("events/?request=" + request)).containsExactly("feature.changed");
    }

    @Test
    void anEventWithinATimeIsFound() {
        var at = text(newest(), "at");

        assertThat(types(shop.events() + "?from=" + at)).containsExactly("feature.created");
        assertThat(types(shop.events() + "?until=" + at))
                .doesNotContain("feature.created")
                .hasSize(4);
    }

    @Test
    void wrongParametersAreReportedTogether() {
        var answer = shop.ana().get(shop.events() + "?from=yesterday&actor=ana&action=move&feature=x&after=-1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().propertyNames()).containsExactly("from", "actor", "action", "feature", "after");
    }

    @Test
    void theNewestComeFirstAndLeadToOlderOnes() {
        var first = shop.ana().get(shop.events() + "?limit=3").ok();
        var next = shop.ana().get(text(first, "next")).ok();

        assertThat(types(first)).containsExactly("feature.created", GRANTED, "environment.created");
        assertThat(types(next)).containsExactly(GRANTED, "project.created");
        assertThat(next.get("next").isNull()).isTrue();
    }

    @Test
    void afterAPositionTheOldestComeFirstAndThereIsAlwaysANext() {
        var first = shop.ana().get(shop.events() + "?after=0&limit=3").ok();
        var next = shop.ana().get(text(first, "next")).ok();
        var last = shop.ana().get(text(next, "next")).ok();

        assertThat(types(first)).containsExactly("project.created", GRANTED, "environment.created");
        assertThat(types(next)).containsExactly(GRANTED, "feature.created");
        assertThat(last.get("results")).isEmpty();
        shop.feature(Map.of("name", "checkout"));
        assertThat(types(shop.ana().get(text(last, "next")).ok())).containsExactly("feature.created");
    }

    @Test
    void theHistoryOfAFeatureOutlivesIt() {
        shop.ana()
                .patch(shop.stateOf(feature), Map.of("feature_state_value", "red"))
                .ok();
        shop.feature(Map.of("name", "another"));
        shop.ana().delete(shop.features() + feature + "/");

        var history = shop.ana().get(shop.features() + feature + "/history/").ok();

        assertThat(types(history)).containsExactly("feature.deleted", "flag.state-updated", "feature.created");
        assertThat(history.get("results").get(1).get("difference").toString())
                .contains("{\"field\":\"string_value\",\"old\":\"blue\",\"new\":\"red\"}");
    }

    @Test
    void allMatchesAreStreamedAsLines() {
        var before = newest();

        var answer = shop.ana().with("Accept", "application/x-ndjson").get(shop.events() + "?after=0");

        assertThat(answer.http().headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(answer.text().lines().map(JSON::readTree).map(event -> text(event, "type")))
                .containsExactly("project.created", GRANTED, "environment.created", GRANTED, "feature.created");
        var last = JSON.readTree(answer.text().lines().toList().getLast());
        assertThat(last.asObject().remove("leaf").asString()).hasSize(44);
        assertThat(last).isEqualTo(before);
    }

    @Test
    void aSheetHasNoFormulas() {
        shop.ana()
                .post("projects/" + shop.project() + "/tags/", Map.of("label", "a,\"b\"", "color", "#fff"))
                .ok();

        var answer = shop.ana().with("Accept", "text/csv").get(shop.events() + "?limit=1");

        assertThat(answer.http().headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
        assertThat(answer.text().lines()).hasSize(2);
        assertThat(answer.text())
                .startsWith("position,event_id,at,type,")
                .contains(",project.tag-created,create,")
                .containsPattern(",\"New Tag created: a,\"\"b\"\"\",\\[],[0-9a-f]{64}\r\n$");
    }

    @Test
    void aKeyReadsTheAuditLogAndIsNamedInIt() {
        var made = shop.ana()
                .post("organisations/" + shop.organisation() + "/master-api-keys/", Map.of("name", "terraform"))
                .ok();
        var key = SERVER.api().with("Authorization", "Api-Key " + text(made, "key"));
        key.patch(shop.stateOf(feature), Map.of("enabled", true)).ok();

        for (var path : List.of("events/", shop.events(), "organisations/" + shop.organisation() + "/events/")) {
            var event = key.get(path + "?type=flag.state-updated&key=" + text(made, "prefix"))
                    .ok()
                    .get("results")
                    .get(0);
            assertThat(text(event.get("actor"), "kind")).isEqualTo("api_key");
            assertThat(text(event.get("actor"), "name")).isEqualTo("terraform");
        }
    }

    @Test
    void aKeyThatWasRevokedIsStillNamed() {
        var keys = "organisations/" + shop.organisation() + "/master-api-keys/";
        var made = shop.ana().post(keys, Map.of("name", "terraform")).ok();
        var key = SERVER.api().with("Authorization", "Api-Key " + text(made, "key"));
        key.patch(shop.stateOf(feature), Map.of("enabled", true)).ok();

        assertThat(shop.ana().delete(keys + text(made, "prefix") + "/").status())
                .isEqualTo(204);

        assertThat(key.get("events/").status()).isIn(401, 403);
        var event = shop.ana()
                .get(shop.events() + "?type=flag.state-updated")
                .ok()
                .get("results")
                .get(0);
        assertThat(text(event.get("actor"), "name")).isEqualTo("terraform");
        var line = shop.ana()
                .get("projects/" + shop.project() + "/audit/?search=Flag%20state%20updated")
                .ok()
                .get("results")
                .get(0);
        assertThat(line.get("author").isNull()).isTrue();
        assertThat(text(line.get("actor"), "kind")).isEqualTo("api_key");
        assertThat(text(line.get("actor"), "name")).isEqualTo("terraform");
    }

    @Test
    void othersSeeNothing() {
        var position = newest().get("position").asLong();
        var stranger = SERVER.api().newUser();

        assertThat(stranger.get("events/").ok().get("results")).isEmpty();
        assertThat(stranger.get("events/" + position + "/").status()).isEqualTo(404);
        assertThat(stranger.get(shop.events()).status()).isEqualTo(403);
        assertThat(Shop.by(stranger).ana().get("events/" + position + "/").status())
                .isEqualTo(404);
        assertThat(Member.of(SERVER, shop.organisation()).get(shop.events()).status())
                .isEqualTo(403);
    }

    private JsonNode newest() {
        return shop.ana().get(shop.events() + "?limit=1").ok().get("results").get(0);
    }

    private List<String> types(String path) {
        return types(shop.ana().get(path).ok());
    }

    private static List<String> types(JsonNode page) {
        var types = new ArrayList<String>();
        page.get("results").forEach(event -> types.add(text(event, "type")));
        return types;
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asString();
    }
}
