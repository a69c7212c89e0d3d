package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Exports of the log are events of the log, each of them once. */
class ExportsIT {

    private static final String EXPORTED = "export.events-exported";
    private static final String LINES = "application/x-ndjson";

    private Shop shop;
    private int feature;

    @BeforeEach
    void open() {
        shop = Shop.in(TestServer.shared());
        feature = shop.feature(Map.of("name", "basket_v2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "projects/PROJECT/events/ | application/x-ndjson | ndjson | -",
                "projects/PROJECT/events/?after=0&limit=9 | text/csv | csv | after=0&limit=9",
                "projects/PROJECT/events/?search=basket&actor=user | text/csv | csv | actor=user&search=basket",
                "projects/PROJECT/features/FEATURE/history/ | text/csv | csv | feature=FEATURE",
                "projects/PROJECT/events/extract/?type=feature.created | */* | extract | type=feature.created",
                "projects/PROJECT/events/extract/?feature=FEATURE&search=basket | */* | extract | feature=FEATURE&search=basket"
            })
    void anExportOfAProjectIsAnEventOfIt(String path, String accept, String format, String filter) {
        var exported = shop.ana()
                .with("Accept", accept)
                .with("Flagledger-Note", "case%207")
                .get(shop.filled(path, feature));

        assertThat(exported.status()).isEqualTo(200);
        assertThat(exported.text()).contains("feature.created").doesNotContain(EXPORTED);
        var event = exports(shop.ana(), shop.events()).get(0);
        assertThat(text(event, "summary")).isEqualTo("Events exported: " + format);
        assertThat(event.get("difference").toString())
                .isEqualTo(
                        filter == null
                                ? "[]"
                                : "[{\"field\":\"filter\",\"old\":null,\"new\":\"" + shop.filled(filter, feature)
                                        + "\"}]");
        assertThat(text(event.get("actor"), "name")).endsWith("@example.test");
        assertThat(text(event, "note")).isEqualTo("case 7");
        assertThat(text(event, "request"))
                .isEqualTo(exported.http().headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(event.get("organisation").asInt()).isEqualTo(shop.organisation());
        assertThat(event.get("project").asInt()).isEqualTo(shop.project());
    }

    @ParameterizedTest
    @ValueSource(strings = {"organisations/ORG/events/", "organisations/ORG/events/extract/", "events/"})
    void anExportOfAnOrganisationIsAnEventOfIt(String path) {
        var exported = shop.ana().with("Accept", LINES).get(shop.filled(path, feature));

        assertThat(exported.status()).isEqualTo(200);
        var events = exports(shop.ana(), "organisations/" + shop.organisation() + "/events/");
        assertThat(events).hasSize(1);
        assertThat(events.get(0).get("organisation").asInt()).isEqualTo(shop.organisation());
        assertThat(exports(shop.ana(), shop.events())).isEmpty();
    }

    @Test
    void anExportOfSeveralOrganisationsIsOneEventForAllOfThem() {
        var other = Shop.by(shop.ana());

        shop.ana().with("Accept", LINES).get("events/?limit=9&search=basket&project=" + shop.project());

        for (var organisation : List.of(shop.organisation(), other.organisation())) {
            var events = exports(shop.ana(), "organisations/" + organisation + "/events/");
            assertThat(events).hasSize(1);
            assertThat(events.get(0).get("organisation").isNull()).isTrue();
            assertThat(events.get(0).toString())
                    .contains("limit=9")
                    .doesNotContain("organisations", "basket", "project=");
        }
        assertThat(exports(shop.ana(), "events/")).hasSize(1);
    }

    @Test
    void aKeyThatExportsIsNamed() {
        var made = shop.ana()
                .post("organisations/" + shop.organisation() + "/master-api-keys/", Map.of("name", "siem"))
                .ok();
        var key = TestServer.shared().api().with("Authorization", "Api-Key " + text(made, "key"));

        key.with("Accept", LINES).get("events/");

        assertThat(text(exports(shop.ana(), "events/").get(0).get("actor"), "name"))
                .isEqualTo("siem");
    }

    @Test
    void pagesPollsAndRefusedRequestsAreNone() {
        var events = shop.events();
        shop.ana().get(events + "?limit=2").ok();
        shop.ana().get(events + "?before=1000000000&limit=2").ok();
        shop.ana().get(events + "?after=0").ok();
        shop.ana().get(events + "?after=0&wait=1").ok();
        var stranger = Shop.in(TestServer.shared()).ana();
        var anonymous = TestServer.shared().api();
        for (var path : List.of(events, events + "extract/", shop.features() + feature + "/history/")) {
            assertThat(shop.ana()
                            .with("Accept", LINES)
                            .get(path + "?from=yesterday")
                            .status())
                    .isEqualTo(400);
            assertThat(stranger.with("Accept", LINES).get(path).status()).isEqualTo(403);
            assertThat(anonymous.with("Accept", LINES).get(path).status()).isEqualTo(401);
        }

        assertThat(exports(shop.ana(), events)).isEmpty();
        assertThat(exports(stranger, "events/")).isEmpty();
    }

    @Test
    void whoAdministersNothingExportsNothing() {
        var stranger = TestServer.shared().api().newUser();

        var exported = stranger.with("Accept", LINES).get("events/");

        assertThat(exported.status()).isEqualTo(200);
        assertThat(exported.text()).isEmpty();
    }

    /** The database refuses the event, which is no answer that the contract knows. */
    @Test
    void whatCannotBeRecordedIsNotExported() throws Exception {
        try (var server = TestServer.start();
                var client = HttpClient.newHttpClient()) {
            var own = Shop.in(server);
            server.part(JdbcClient.class)
                    .sql("alter table ledger.event add check (payload_type <> '" + EXPORTED + "')")
                    .update();

            for (var path : List.of(own.events(), own.events() + "extract/")) {
                var exported = client.send(export(server, own, path).build(), BodyHandlers.ofString());
                assertThat(exported.statusCode()).isEqualTo(500);
                assertThat(exported.body()).doesNotContain("project.created");
            }
        }
    }

    /** The document names no {@code HEAD}. */
    @Test
    void headersAloneAreNone() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            for (var path : List.of(shop.events(), shop.events() + "extract/")) {
                var head = export(TestServer.shared(), shop, path).method("HEAD", BodyPublishers.noBody());
                assertThat(client.send(head.build(), BodyHandlers.ofString()).statusCode())
                        .isEqualTo(200);
            }
        }

        assertThat(exports(shop.ana(), shop.events())).isEmpty();
    }

    private static HttpRequest.Builder export(TestServer server, Shop shop, String path) {
        var request = HttpRequest.newBuilder(server.address().resolve("/api/v1/" + path));
        shop.ana().with("Accept", LINES).headers().forEach(request::header);
        return request;
    }

    private static JsonNode exports(Api reader, String path) {
        return reader.get(path + "?type=" + EXPORTED).ok().get("results");
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asString();
    }
}
