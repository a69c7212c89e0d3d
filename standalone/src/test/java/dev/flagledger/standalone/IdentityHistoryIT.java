package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The history of an identity, from both logs. */
class IdentityHistoryIT {

    private static final TestServer SERVER = TestServer.shared();

    private Shop shop;
    private int feature;
    private int identity;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        feature = shop.feature(Map.of("name", "basket"));
        report("free");
        identity = shop.ana()
                .get("environments/" + shop.key() + "/identities/?q=user-88")
                .ok()
                .get("results")
                .get(0)
                .get("id")
                .asInt();
        report("pro");
        shop.ana()
                .post(identity() + "featurestates/", Map.of("feature", feature, "enabled", true))
                .ok();
        report("gone");
    }

    @Test
    void whatWasDecidedAndReportedIsMergedWithBeforeAndAfter() {
        var history = shop.ana().get(identity() + "history/").ok().get("results");

        assertThat(texts(history, "type"))
                .containsExactly(
                        "identity.traits-changed",
                        "managed-identity.override-created",
                        "identity.traits-changed",
                        "identity.created");
        assertThat(history.get(2).get("difference").toString())
                .isEqualTo("[{\"field\":\"traits.plan\",\"old\":\"free\",\"new\":\"pro\"}]");
        assertThat(history.get(3).get("difference").toString())
                .isEqualTo("[{\"field\":\"identifier\",\"old\":null,\"new\":\"user-88\"},"
                        + "{\"field\":\"traits.plan\",\"old\":null,\"new\":\"free\"}]");
        assertThat(history.get(1).get("position").isNumber()).isTrue();
        assertThat(history.get(1).get("actor").get("kind").asString()).isEqualTo("user");
        assertThat(history.get(0).get("position").isNull()).isTrue();
        assertThat(history.get(0).get("sequence").asInt()).isEqualTo(2);
        assertThat(history.get(0).get("summary").asString()).isEqualTo("Traits reported of identity: user-88");
    }

    @Test
    void eachEntryHasItsOriginAsInTheEvents() {
        var history = shop.ana().get(identity() + "history/").ok().get("results");

        var reported = history.get(0);
        assertThat(reported.get("actor").toString())
                .isEqualTo("{\"kind\":\"sdk\",\"id\":" + shop.environment() + ",\"name\":\"\"}");
        assertThat(reported.get("request").asString()).isEqualTo("report-gone");
        assertThat(reported.get("address").asString()).isEqualTo("127.0.0.1");
        assertThat(reported.get("action").asString()).isEqualTo("update");
        assertThat(reported.get("object").asString()).isEqualTo("identity:" + identity);
        assertThat(texts(history, "event_id")).doesNotHaveDuplicates();
        var decided = history.get(1);
        var request = decided.get("request").asString();
        var event = shop.ana()
                .get(shop.events() + "?request=" + request)
                .ok()
                .get("results")
                .get(0);
        for (var field : event.propertyNames()) {
            if (decided.has(field)) {
                assertThat(decided.get(field)).as(field).isEqualTo(event.get(field));
            }
        }
        assertThat(event.propertyNames())
                .as("but for the scope, which the path has")
                .filteredOn(field -> !decided.has(field))
                .containsExactly("organisation", "project", "environment", "segment", "identity");
    }

    @Test
    void whatTheTeamChangedIsShownOnceWithBeforeAndAfter() {
        shop.ana()
                .post(identity() + "traits/", Map.of("trait_key", "age", "value_type", "int", "integer_value", 31))
                .ok();

        var history = shop.ana().get(identity() + "history/").ok().get("results");

        assertThat(texts(history, "type"))
                .startsWith("managed-identity.traits-changed", "identity.traits-changed")
                .hasSize(5);
        assertThat(history.get(0).get("actor").get("kind").asString()).isEqualTo("user");
        assertThat(history.get(0).get("summary").asString()).isEqualTo("Traits changed of identity: " + identity);
        assertThat(history.get(0).get("difference").toString())
                .isEqualTo("[{\"field\":\"traits.age\",\"old\":null,\"new\":31}]");

        shop.ana().delete(identity());

        var deleted = shop.ana().get(identity() + "history/").ok().get("results");
        assertThat(deleted.get(0).get("type").asString()).isEqualTo("managed-identity.deleted");
        assertThat(deleted.get(0).get("difference").toString())
                .isEqualTo("[{\"field\":\"identifier\",\"old\":\"user-88\",\"new\":null},"
                        + "{\"field\":\"traits.age\",\"old\":31,\"new\":null},"
                        + "{\"field\":\"traits.plan\",\"old\":\"gone\",\"new\":null}]");
    }

    @Test
    void aTraitThatWasRemovedFromAllIdentitiesHasWhoRemovedIt() {
        shop.ana().post("environments/" + shop.key() + "/delete-traits/", Map.of("key", "plan"));

        var removal =
                shop.ana().get(identity() + "history/").ok().get("results").get(0);

        assertThat(removal.get("type").asString()).isEqualTo("identity.traits-changed");
        assertThat(removal.get("position").isNull()).isTrue();
        assertThat(removal.get("actor").get("kind").asString()).isEqualTo("user");
        assertThat(removal.get("difference").toString())
                .isEqualTo("[{\"field\":\"traits.plan\",\"old\":\"gone\",\"new\":null}]");
    }

    /** With the id of the environment for ENVIRONMENT, and likewise those of the feature and the identity. */
    @ParameterizedTest
    @CsvSource({
        "actor=user, managed-identity.override-created",
        "actor=sdk, identity.traits-changed identity.traits-changed identity.created",
        "actor=sdk:ENVIRONMENT, identity.traits-changed identity.traits-changed identity.created",
        "actor=sdk:0, ''",
        "key=0, ''",
        "type=identity.created, identity.created",
        "type=managed-identity.override-created, managed-identity.override-created",
        "action=create, managed-identity.override-created identity.created",
        "action=update, identity.traits-changed identity.traits-changed",
        "search=TRAITS%20reported, identity.traits-changed identity.traits-changed",
        "search=identity%20created:%20user-88, identity.created",
        "request=report-gone, identity.traits-changed",
        "feature=FEATURE, managed-identity.override-created",
        "segment=0, ''",
        "project=0, ''",
        "object=identity:IDENTITY, identity.traits-changed managed-identity.override-created identity.traits-changed identity.created",
        "object=feature:FEATURE, ''"
    })
    void filtersApplyToWhatWasReportedToo(String filter, String types) {
        var query = filter.replace("ENVIRONMENT", Integer.toString(shop.environment()))
                .replace("FEATURE", Integer.toString(feature))
                .replace("IDENTITY", Integer.toString(identity));

        assertThat(String.join(
                        " ",
                        texts(
                                shop.ana()
                                        .get(identity() + "history/?" + query)
                                        .ok()
                                        .get("results"),
                                "type")))
                .isEqualTo(types);
        assertThat(texts(pages(query), "type")).isEqualTo(types.isEmpty() ? List.of() : List.of(types.split(" ")));
    }

    @Test
    void whatTheTeamRemovedFromAllIdentitiesIsFoundByWhoRemovedIt() {
        shop.ana().post("environments/" + shop.key() + "/delete-traits/", Map.of("key", "plan"));

        assertThat(texts(shop.ana().get(identity() + "history/?actor=user").ok().get("results"), "type"))
                .containsExactly("identity.traits-changed", "managed-identity.override-created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"after", "before", "wait"})
    void positionsAreRefused(String name) {
        var answer = shop.ana().get(identity() + "history/?" + name + "=1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .isEqualTo("{\"" + name + "\":[\"This list has entries without positions. Continue it with until.\"]}");
    }

    @Test
    void pagesLeadToTheBeginning() {
        var all = shop.ana().get(identity() + "history/").ok().get("results");

        assertThat(pages("")).isEqualTo(all.valueStream().toList()).hasSize(4);
    }

    private List<JsonNode> pages(String query) {
        var seen = new ArrayList<JsonNode>();
        var path = identity() + "history/?limit=1&" + query;
        while (true) {
            var page = shop.ana().get(path).ok();
            page.get("results").forEach(seen::add);
            if (page.get("next").isNull()) {
                break;
            }
            path = page.get("next").asString();
        }
        return seen;
    }

    @Test
    void aDeletedIdentityKeepsItsHistory() {
        shop.ana().delete(identity());

        assertThat(texts(shop.ana().get(identity() + "history/").ok().get("results"), "type"))
                .containsSubsequence("managed-identity.deleted", "identity.created")
                .doesNotContain("identity.deleted");
    }

    @Test
    void anIdentityThatNeverWasHasNone() {
        assertThat(shop.ana()
                        .get("environments/" + shop.key() + "/identities/0/history/")
                        .status())
                .isEqualTo(404);
        assertThat(SERVER.api().newUser().get(identity() + "history/").status()).isEqualTo(403);
    }

    private void report(String plan) {
        var traits = List.of(Map.of("trait_key", "plan", "trait_value", plan));
        shop.application()
                .with("X-Request-Id", "report-" + plan)
                .post("identities/", Map.of("identifier", "user-88", "traits", traits))
                .ok();
    }

    private String identity() {
        return "environments/" + shop.key() + "/identities/" + identity + "/";
    }

    private static List<String> texts(JsonNode entries, String field) {
        return texts(entries.valueStream().toList(), field);
    }

    private static List<String> texts(List<JsonNode> entries, String field) {
        return entries.stream().map(entry -> entry.get(field).asString()).toList();
    }
}
