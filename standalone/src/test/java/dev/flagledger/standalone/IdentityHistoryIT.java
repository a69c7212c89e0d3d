package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The history of an identity, from both logs. */
class IdentityHistoryIT {

    private static final TestServer SERVER = TestServer.shared();

    private Shop shop;
    private int identity;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        int feature = shop.feature(Map.of("name", "basket"));
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

    @Test
    void pagesLeadToTheBeginning() {
        var all = shop.ana().get(identity() + "history/").ok().get("results");
        var seen = new ArrayList<JsonNode>();
        var path = identity() + "history/?limit=1";
        while (true) {
            var page = shop.ana().get(path).ok();
            page.get("results").forEach(seen::add);
            if (page.get("next").isNull()) {
                break;
            }
            path = page.get("next").asString();
        }

        assertThat(seen).isEqualTo(all.valueStream().toList()).hasSize(4);
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
                .post("identities/", Map.of("identifier", "user-88", "traits", traits))
                .ok();
    }

    private String identity() {
        return "environments/" + shop.key() + "/identities/" + identity + "/";
    }

    private static List<String> texts(JsonNode entries, String field) {
        return entries.valueStream().map(entry -> entry.get(field).asString()).toList();
    }
}
