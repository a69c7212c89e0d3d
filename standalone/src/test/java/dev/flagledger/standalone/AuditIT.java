package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The audit log in the contract's format. */
class AuditIT {

    private static final TestServer SERVER = TestServer.shared();

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
    }

    @Test
    void aNewFeatureAddsALineForItselfAndOneForEachEnvironment() {
        shop.ana()
                .post("environments/", Map.of("name", "Production", "project", shop.project()))
                .ok();
        shop.feature(Map.of("name", "basket_v2", "default_enabled", true));

        var lines = newest(3);

        assertThat(lines).allMatch(line -> text(line, "log").equals("New Flag / Remote Config created: basket_v2"));
        assertThat(lines)
                .extracting(line -> text(line, "related_object_type"))
                .containsExactly("FEATURE_STATE", "FEATURE_STATE", "FEATURE");
        assertThat(lines.get(2).get("environment").isNull()).isTrue();
        var detail = detail(lines.get(0));
        assertThat(text(detail, "change_type")).isEqualTo("CREATE");
        assertThat(detail.get("change_details").toString())
                .isEqualTo("[{\"field\":\"enabled\",\"old\":null,\"new\":true}]");
    }

    /** Beside the statements for its count and its ids, which Hibernate does not prepare. */
    @Test
    void theLinesOfAPageAreReadWithOneStatement() {
        shop.feature(Map.of("name", "basket_v2"));
        shop.feature(Map.of("name", "checkout"));
        assertThat(count(shop.audit())).isGreaterThan(4);
        var statistics = SERVER.part(EntityManagerFactory.class)
                .unwrap(SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);

        var page = shop.ana().get(shop.audit() + "?page_size=2").ok();

        assertThat(page.get("results")).hasSize(2);
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
        statistics.setStatisticsEnabled(false);
        assertThat(shop.ana().get(shop.audit() + "?page_size=2&page=2").ok().get("results"))
                .hasSize(2)
                .doesNotContainAnyElementsOf(page.get("results"));
    }

    @Test
    void changesOfStateAndOfValueAddALineEach() {
        int feature = shop.feature(Map.of("name", "basket_v2", "initial_value", "blue"));
        shop.ana()
                .put(shop.stateOf(feature), Map.of("enabled", true, "feature_state_value", 7))
                .ok();

        var lines = newest(2);

        assertThat(text(lines.get(0), "log")).isEqualTo("Remote config value updated for feature: basket_v2");
        assertThat(text(lines.get(1), "log")).isEqualTo("Flag state updated for feature: basket_v2");
        assertThat(detail(lines.get(0)).get("change_details").toString())
                .isEqualTo("[{\"field\":\"string_value\",\"old\":\"blue\",\"new\":null},"
                        + "{\"field\":\"integer_value\",\"old\":null,\"new\":7},"
                        + "{\"field\":\"type\",\"old\":\"unicode\",\"new\":\"int\"}]");
        assertThat(detail(lines.get(1)).get("change_details").toString())
                .isEqualTo("[{\"field\":\"enabled\",\"old\":false,\"new\":true}]");
        assertThat(lines).allMatch(line -> line.get("related_object_id").asInt() == shop.state(feature));
    }

    @Test
    void aLineHasThePropertiesOfTheContractAndItsActor() {
        var line = newest(1).getFirst();

        assertThat(line.propertyNames())
                .containsExactly(
                        "id",
                        "created_date",
                        "log",
                        "author",
                        "environment",
                        "project",
                        "related_object_id",
                        "related_object_uuid",
                        "related_object_type",
                        "is_system_event",
                        "actor");
        assertThat(line.get("actor").propertyNames()).containsExactly("kind", "id", "name");
        assertThat(line.get("actor").get("id")).isEqualTo(line.get("author").get("id"));
        assertThat(line.get("author").propertyNames())
                .containsExactly("id", "email", "first_name", "last_name", "last_login", "uuid");
        assertThat(line.get("environment").size()).isEqualTo(17);
        assertThat(line.get("project").size()).isEqualTo(17);
        assertThat(detail(line).propertyNames())
                .endsWith("is_system_event", "change_details", "change_type", "actor")
                .hasSize(13);
    }

    @Test
    void creatingAndChangingAnEnvironmentAddsLines() {
        shop.ana()
                .patch("environments/" + shop.key() + "/", Map.of("banner_text", "mind the gap"))
                .ok();

        var lines = newest(2);

        assertThat(text(lines.get(0), "log")).isEqualTo("Environment updated: Staging");
        assertThat(text(lines.get(1), "log")).isEqualTo("New Environment created: Staging");
        assertThat(detail(lines.get(0)).get("change_details").toString())
                .isEqualTo("[{\"field\":\"banner_text\",\"old\":null,\"new\":\"mind the gap\"}]");
        assertThat(detail(lines.get(1)).get("change_details").toString()).isEqualTo("[]");
    }

    @Test
    void aRequestWithoutChangeAddsNoLine() {
        int feature = shop.feature(Map.of("name", "quiet"));
        int before = count(shop.audit());

        shop.ana().patch(shop.stateOf(feature), Map.of("enabled", false)).ok();
        shop.ana()
                .patch("environments/" + shop.key() + "/", Map.of("name", "Staging"))
                .ok();
        shop.ana()
                .patch(shop.features() + feature + "/", Map.of("description", ""))
                .ok();
        shop.ana()
                .patch(shop.features() + feature + "/", Map.of("description", ""))
                .ok();

        assertThat(count(shop.audit())).isEqualTo(before + 1);
    }

    @Test
    void linesArePaginated() {
        shop.feature(Map.of("name", "one"));
        shop.feature(Map.of("name", "two"));

        var first = shop.ana().get(shop.audit() + "?page_size=2").ok();
        var next = shop.ana().get(first.get("next").asString()).ok();

        assertThat(first.get("count").asInt()).isEqualTo(5);
        assertThat(first.get("previous").isNull()).isTrue();
        assertThat(next.get("results")).hasSize(2);
        assertThat(next.get("previous").asString()).endsWith(shop.audit() + "?page_size=2");
        assertThat(shop.ana().get(shop.audit() + "?page=last&page_size=2").ok().get("results"))
                .hasSize(1);
        var beyond = shop.ana().get(shop.audit() + "?page=9");
        assertThat(beyond.status()).isEqualTo(404);
        assertThat(beyond.text()).isEqualTo("{\"detail\":\"Invalid page.\"}");
    }

    @Test
    void linesAreFilteredByTextEnvironmentAndOrigin() {
        shop.feature(Map.of("name", "per_cent%"));
        shop.feature(Map.of("name", "other"));

        assertThat(count(shop.audit() + "?search=PER_CENT%25")).isEqualTo(2);
        assertThat(count(shop.audit() + "?environments=" + shop.environment())).isEqualTo(3);
        assertThat(count(shop.audit() + "?environment=" + shop.environment())).isEqualTo(5);
        assertThat(count(shop.audit() + "?is_system_event=false")).isEqualTo(5);
        assertThat(count(shop.audit() + "?is_system_event=true")).isZero();
        assertThat(shop.ana().get(shop.audit() + "?environments=1,2").status()).isEqualTo(400);
        assertThat(shop.ana()
                        .get(shop.audit() + "?environments=1&environments=abc&project=x")
                        .text())
                .isEqualTo("{\"environments\":{\"1\":[\"A valid integer is required.\"]},"
                        + "\"project\":[\"A valid integer is required.\"]}");
    }

    @Test
    void aKeyReadsTheAuditLogAndIsNamedInIt() {
        int feature = shop.feature(Map.of("name", "basket"));
        var made = shop.ana()
                .post("organisations/" + shop.organisation() + "/master-api-keys/", Map.of("name", "terraform"))
                .ok();
        var key =
                SERVER.api().with("Authorization", "Api-Key " + made.get("key").asString());
        key.patch(shop.stateOf(feature), Map.of("enabled", true)).ok();

        for (var path : List.of("audit/", shop.audit(), "organisations/" + shop.organisation() + "/audit/")) {
            var line = key.get(path).ok().get("results").get(0);
            assertThat(text(line, "log")).isEqualTo("Flag state updated for feature: basket");
            assertThat(line.get("author").isNull()).isTrue();
            assertThat(line.get("actor").toString())
                    .isEqualTo(
                            "{\"kind\":\"api_key\",\"id\":" + made.get("id").asString() + ",\"name\":\"terraform\"}");
        }
    }

    @Test
    void aListContinuesBeforeALineWhateverIsWrittenMeanwhile() {
        var line = newest(1).getFirst();
        shop.feature(Map.of("name", "basket"));

        var earlier = shop.ana()
                .get(shop.audit() + "?before=" + line.get("id").asInt())
                .ok();

        assertThat(earlier.get("results"))
                .doesNotContain(line)
                .hasSize(earlier.get("count").asInt());
        assertThat(count(shop.audit())).isEqualTo(earlier.get("count").asInt() + 3);
    }

    @Test
    void organisationAndGlobalListsHaveTheSameLines() {
        var line = newest(1).getFirst();
        var path = "organisations/" + shop.organisation() + "/audit/";

        assertThat(shop.ana().get(path).ok().get("results").get(0)).isEqualTo(line);
        assertThat(shop.ana().get("audit/").ok().get("results").get(0)).isEqualTo(line);
        assertThat(shop.ana().get("audit/" + line.get("id").asInt() + "/").status())
                .isEqualTo(200);
        assertThat(shop.ana().get(path + "999999/").status()).isEqualTo(404);
    }

    @Test
    void otherUsersSeeNoLines() {
        assertThat(SERVER.api().newUser().get("audit/").ok().get("count").asInt())
                .isZero();
    }

    private List<JsonNode> newest(int count) {
        var results = shop.ana().get(shop.audit()).ok().get("results");
        return results.valueStream().limit(count).toList();
    }

    private JsonNode detail(JsonNode line) {
        return shop.ana().get(shop.audit() + line.get("id").asInt() + "/").ok();
    }

    private int count(String path) {
        return shop.ana().get(path).ok().get("count").asInt();
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asString();
    }
}
