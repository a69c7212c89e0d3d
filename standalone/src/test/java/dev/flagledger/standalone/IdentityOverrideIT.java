package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Overrides for identities in the admin API. */
class IdentityOverrideIT {

    private static final TestServer SERVER = TestServer.shared();

    private Shop shop;
    private int bob;
    private String states;
    private int basket;

    @BeforeEach
    void make() {
        shop = Shop.in(SERVER);
        bob = identity("bob");
        states = statesOf(bob);
        basket = shop.feature(Map.of("name", "Basket", "initial_value", "7"));
    }

    private int identity(String identifier) {
        return id(shop.ana().post("environments/" + shop.key() + "/identities/", Map.of("identifier", identifier)));
    }

    private String statesOf(int identity) {
        return "environments/" + shop.key() + "/identities/" + identity + "/featurestates/";
    }

    @Test
    void anOverrideIsReadAsItWasWritten() {
        var created = shop.ana().post(states, Map.of("feature", basket, "enabled", true, "feature_state_value", " x "));

        assertThat(created.status()).isEqualTo(201);
        var state = created.json();
        assertThat(state.get("feature_state_value").asString()).isEqualTo("x");
        assertThat(state.get("identity").asInt()).isEqualTo(bob);
        assertThat(state.get("feature").asInt()).isEqualTo(basket);
        assertThat(state.get("environment").asInt()).isEqualTo(shop.environment());
        assertThat(state.get("feature_segment").isNull()).isTrue();
        var path = states + id(created) + "/";
        assertThat(shop.ana().get(path).ok()).isEqualTo(state);
        var listed = shop.ana().get(states + "?feature_name=bASKET").ok();
        assertThat(listed.get("count").asInt()).isEqualTo(1);
        assertThat(listed.get("results").get(0).get("identity").toString())
                .isEqualTo("{\"id\":" + bob + ",\"identifier\":\"bob\"}");
        assertThat(shop.ana().get(states + "?feature=999999").ok().get("count").asInt())
                .isZero();

        var put = shop.ana()
                .put(path, Map.of("feature", basket, "environment", shop.environment(), "enabled", false))
                .ok();
        assertThat(put.get("enabled").asBoolean()).isFalse();
        assertThat(put.get("feature_state_value").asString()).isEqualTo("x");
        assertThat(shop.ana().patch(path, Map.of("feature_state_value", 5)).text())
                .isEqualTo("{\"feature\":" + basket + ",\"enabled\":false}");
        assertThat(shop.ana().get(path).ok().get("feature_state_value").asInt()).isEqualTo(5);
        assertThat(shop.ana().delete(path).status()).isEqualTo(204);
        assertThat(shop.ana().get(path).text()).isEqualTo("{\"detail\":\"No FeatureState matches the given query.\"}");
    }

    @Test
    void anEmptyOverrideIsDisabledWithTheInitialValue() {
        var created = shop.ana().post(states, Map.of("feature", basket)).ok();

        assertThat(created.get("enabled").asBoolean()).isFalse();
        assertThat(created.get("feature_state_value").asInt()).isEqualTo(7);
    }

    @Test
    void anInvalidOverrideIsRejected() {
        shop.ana().post(states, Map.of("feature", basket)).ok();
        var other = Shop.in(SERVER).feature(Map.of("name", "foreign"));

        assertThat(shop.ana().post(states, Map.of("feature", basket)).text())
                .isEqualTo(
                        "[\"['Feature state already exists for this environment, feature, version, segment & identity combination']\"]");
        assertThat(shop.ana().post(states, Map.of()).status()).isEqualTo(403);
        assertThat(shop.ana().post(states, Map.of("feature", other)).status()).isEqualTo(403);
        assertThat(shop.ana().post(statesOf(999_999), Map.of("feature", basket)).text())
                .isEqualTo("{\"detail\":\"No Identity matches the given query.\"}");
        assertThat(shop.ana().get(statesOf(999_999)).status()).isEqualTo(404);
        assertThat(shop.ana().get(statesOf(999_999) + "all/").status()).isEqualTo(404);
        var path = states + ownState(basket) + "/";
        assertThat(shop.ana().put(path, Map.of("feature", other)).text())
                .isEqualTo("{\"feature\":[\"Cannot change the feature of a feature state\"]}");
        assertThat(shop.ana()
                        .put(path, Map.of("feature_state_value", List.of()))
                        .text())
                .isEqualTo("{\"string_value\":[\"Not a valid string.\"]}");
        assertThat(shop.ana()
                        .put(statesOf(identity("al")) + ownState(basket) + "/", Map.of())
                        .status())
                .isEqualTo(404);
    }

    private int ownState(int feature) {
        return shop.ana()
                .get(states + "?feature=" + feature)
                .ok()
                .get("results")
                .get(0)
                .get("id")
                .asInt();
    }

    @Test
    void allFlagsAreEvaluatedForTheIdentity() {
        shop.ana().post(states, Map.of("feature", basket, "enabled", true)).ok();
        int search = shop.feature(Map.of("name", "search", "initial_value", "old"));

        var all = shop.ana().get(states + "all/");

        assertThat(all.text())
                .isEqualTo(("[{\"feature\":{\"id\":%d,\"name\":\"Basket\",\"type\":\"STANDARD\"},\"enabled\":true,"
                                + "\"feature_state_value\":7,\"overridden_by\":\"IDENTITY\",\"segment\":null,"
                                + "\"multivariate_feature_state_values\":[]},"
                                + "{\"feature\":{\"id\":%d,\"name\":\"search\",\"type\":\"STANDARD\"},\"enabled\":false,"
                                + "\"feature_state_value\":\"old\",\"overridden_by\":null,\"segment\":null,"
                                + "\"multivariate_feature_state_values\":[]}]")
                        .formatted(basket, search));
        shop.ana()
                .patch("environments/" + shop.key() + "/", Map.of("hide_disabled_flags", true))
                .ok();
        assertThat(shop.ana().get(states + "all/").ok()).hasSize(1);
    }

    @Test
    void overridesAreReplacedByCopiesOfAnotherIdentitys() {
        int search = shop.feature(Map.of("name", "search"));
        int colours = shop.feature(Map.of("name", "colours", "initial_value", "blue"));
        int red = id(shop.ana()
                .post(
                        shop.features() + colours + "/mv-options/",
                        Map.of(
                                "feature",
                                colours,
                                "type",
                                "unicode",
                                "string_value",
                                "red",
                                "default_percentage_allocation",
                                0)));
        int al = identity("al");
        var share = Map.of("multivariate_feature_option", red, "percentage_allocation", 100);
        shop.ana().post(states, Map.of("feature", search)).ok();
        shop.ana().post(states, Map.of("feature", basket)).ok();
        shop.ana()
                .post(statesOf(al), Map.of("feature", basket, "enabled", true, "feature_state_value", "al's"))
                .ok();
        shop.ana()
                .post(statesOf(al), Map.of("feature", colours, "multivariate_feature_state_values", List.of(share)))
                .ok();

        var taken = shop.ana().post(states + "clone-from-given-identity/", Map.of("source_identity_id", al));

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.json()).isEqualTo(shop.ana().get(states + "all/").ok());
        assertThat(brief(taken.json()))
                .containsExactly("Basket IDENTITY \"al's\"", "search null null", "colours IDENTITY \"red\"");
        var before = shop.ana().get(states).ok();
        shop.ana()
                .post(states + "clone-from-given-identity/", Map.of("source_identity_id", al))
                .ok();
        assertThat(shop.ana().get(states).ok()).isEqualTo(before);
        assertThat(shop.ana()
                        .post(states + "clone-from-given-identity/", Map.of("source_identity_id", 999_999))
                        .text())
                .isEqualTo("{\"detail\":\"No Identity matches the given query.\"}");
        assertThat(shop.ana()
                        .post(states + "clone-from-given-identity/", Map.of())
                        .text())
                .isEqualTo("{\"source_identity_id\":[\"This field is required.\"]}");
    }

    private static List<String> brief(JsonNode flags) {
        return flags.valueStream()
                .map(flag -> "%s %s %s"
                        .formatted(
                                flag.get("feature").get("name").asString(),
                                flag.get("overridden_by").isNull()
                                        ? null
                                        : flag.get("overridden_by").asString(),
                                flag.get("feature_state_value")))
                .toList();
    }

    private static int id(Api.Answer answer) {
        return answer.ok().get("id").asInt();
    }
}
