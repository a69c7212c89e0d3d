package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The routes of feature states. */
class StateIT {

    private static final String STATES = "features/featurestates/";

    private static final TestServer SERVER = TestServer.shared();
    private Shop shop;
    private Segments segments;
    private int feature;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        segments = Segments.of(SERVER, shop);
        feature = shop.feature(Map.of("name", "basket", "initial_value", "blue"));
    }

    @Test
    void terraformWritesAndReadsStatesOfEveryType() {
        int id = shop.state(feature);
        var state = byId(id);

        assertThat(state.get("feature_state_value").toString())
                .isEqualTo(
                        "{\"type\":\"unicode\",\"string_value\":\"blue\",\"integer_value\":null,\"boolean_value\":null}");
        var put = put(id, "{\"type\":\"int\",\"string_value\":\"\",\"integer_value\":7,\"boolean_value\":false}");
        assertThat(put.get("feature_state_value").toString())
                .isEqualTo("{\"type\":\"int\",\"string_value\":null,\"integer_value\":7,\"boolean_value\":null}");
        assertThat(put.get("uuid")).isEqualTo(state.get("uuid"));
        assertThat(byId(id)).isEqualTo(put);
        assertThat(shop.ana()
                        .get(STATES + "get-by-uuid/" + put.get("uuid").asString() + "/")
                        .ok())
                .isEqualTo(put);
        assertThat(put(id, "{\"type\":\"bool\",\"boolean_value\":true}")
                        .get("feature_state_value")
                        .get("boolean_value")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aPatchKeepsOmittedProperties() {
        int id = shop.state(feature);

        var patched = shop.ana()
                .send(
                        "PATCH",
                        STATES + id + "/",
                        "{\"enabled\":true,\"feature_state_value\":{\"string_value\":\"red\"}}")
                .ok();

        assertThat(patched.get("enabled").asBoolean()).isTrue();
        assertThat(patched.get("feature_state_value").get("string_value").asString())
                .isEqualTo("red");
    }

    @Test
    void anOverrideIsChangedById() {
        var made = segments.override(feature, segments.named("beta"), "red");
        int id = made.get("id").asInt();

        var put = put(id, "{\"type\":\"unicode\",\"string_value\":\"green\"}");

        assertThat(put.get("feature_segment"))
                .isEqualTo(made.get("feature_segment").get("id"));
        assertThat(byId(id)).isEqualTo(put);
        assertThat(shop.ana()
                        .get("environments/" + shop.key() + "/featurestates/" + id + "/")
                        .status())
                .isEqualTo(404);
        var place = made.get("feature_segment").get("id").asInt();
        assertThat(list("&feature_segment=" + place))
                .extracting(state -> state.get("id").asInt())
                .containsExactly(id);
        assertThat(list("&feature=" + feature)).hasSize(2);
    }

    @Test
    void sharesAreReplacedAsAWhole() {
        int red = option("red", 20);
        int green = option("green", 10);
        var path = shop.stateOf(feature);
        var shares = shop.ana().get(path).ok().get("multivariate_feature_state_values");
        assertThat(shares).hasSize(2);
        var redShare = shares.get(0).get("id");

        var put = shares(
                path,
                "[{\"id\":" + redShare + ",\"multivariate_feature_option\":" + red + ",\"percentage_allocation\":40}]");
        assertThat(put.toString())
                .isEqualTo("[{\"id\":" + redShare + ",\"multivariate_feature_option\":" + red
                        + ",\"percentage_allocation\":40.0}]");
        var grown = shares(
                path,
                "[{\"id\":" + redShare + ",\"multivariate_feature_option\":" + red
                        + ",\"percentage_allocation\":40},{\"multivariate_feature_option\":" + green
                        + ",\"percentage_allocation\":60}]");
        assertThat(grown).hasSize(2);
        assertThat(shop.ana().put(path, Map.of("enabled", true)).ok().get("multivariate_feature_state_values"))
                .isEqualTo(grown);
        assertThat(shares(path, "[]")).isEmpty();
    }

    @Test
    void aDeletedDefaultIsResetToTheInitialState() {
        option("red", 20);
        var path = shop.stateOf(feature);
        var before = shop.ana().get(path).ok();
        shop.ana().put(path, Map.of("enabled", true, "feature_state_value", 7)).ok();
        shares(path, "[]");

        assertThat(shop.ana().delete(path).status()).isEqualTo(204);

        var after = shop.ana().get(path).ok();
        assertThat(after.get("id")).isEqualTo(before.get("id"));
        assertThat(after.get("feature_state_value").asString()).isEqualTo("blue");
        assertThat(after.get("enabled").asBoolean()).isFalse();
    }

    @Test
    void theListHasDefaultsAndCanBeFilteredByFeature() {
        segments.override(feature, segments.named("beta"), "red");
        shop.feature(Map.of("name", "Other"));
        var path = "environments/" + shop.key() + "/featurestates/";

        assertThat(shop.ana().get(path).ok().get("count").asInt()).isEqualTo(2);
        assertThat(shop.ana()
                        .get(path + "?feature=" + feature)
                        .ok()
                        .get("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(shop.ana()
                        .get(path + "?feature_name=oTHER")
                        .ok()
                        .get("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(shop.ana().get(path + "?anyIdentity=1").ok().get("count").asInt())
                .isZero();
        assertThat(shop.ana().get(path + "?feature=abc").text())
                .isEqualTo("{\"feature\":[\"A valid integer is required.\"]}");
    }

    @Test
    void anIdentitysOverrideIsCreatedByIdentifierOrId() {
        int bob = shop.ana()
                .post("environments/" + shop.key() + "/identities/", Map.of("identifier", "bob"))
                .ok()
                .get("id")
                .asInt();
        var body = "{\"feature\":" + feature + ",\"environment\":" + shop.environment() + ",\"enabled\":true,";

        var made = shop.ana()
                .send(
                        "POST",
                        STATES,
                        body + "\"identifier\":\"bob\",\"feature_state_value\":{\"type\":\"int\",\"integer_value\":3}}")
                .ok();

        assertThat(made.get("identity").asInt()).isEqualTo(bob);
        assertThat(put(made.get("id").asInt(), "{\"integer_value\":4}")
                        .get("feature_state_value")
                        .get("integer_value")
                        .asInt())
                .isEqualTo(4);
        var listed = shop.ana()
                .get("environments/" + shop.key() + "/featurestates/?anyIdentity=1")
                .ok()
                .get("results")
                .get(0);
        assertThat(listed.get("identity").toString()).isEqualTo("{\"id\":" + bob + ",\"identifier\":\"bob\"}");
        assertThat(shop.ana()
                        .send("POST", STATES, body + "\"identity\":" + bob + "}")
                        .text())
                .contains("Feature state already exists");
        assertThat(shop.ana()
                        .send("POST", STATES, body + "\"identity\":999999}")
                        .text())
                .isEqualTo("{\"non_field_errors\":[\"Identity does not exist in environment.\"]}");
        assertThat(shop.ana()
                        .send("POST", STATES, body + "\"identifier\":\"eve\"}")
                        .text())
                .isEqualTo("{\"non_field_errors\":[\"Invalid identifier\"]}");
    }

    private int option(String value, int percentage) {
        return shop.ana()
                .post(
                        shop.features() + feature + "/mv-options/",
                        Map.of("string_value", value, "default_percentage_allocation", percentage))
                .ok()
                .get("id")
                .asInt();
    }

    private JsonNode shares(String path, String shares) {
        return shop.ana()
                .send("PUT", path, "{\"multivariate_feature_state_values\":" + shares + "}")
                .ok()
                .get("multivariate_feature_state_values");
    }

    private JsonNode put(int id, String value) {
        var body = "{\"feature\":" + feature + ",\"environment\":" + shop.environment() + ",\"feature_state_value\":"
                + value + "}";
        return shop.ana().send("PUT", STATES + id + "/", body).ok();
    }

    private JsonNode byId(int id) {
        return list("").stream()
                .filter(state -> state.get("id").asInt() == id)
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> list(String more) {
        return shop.ana()
                .get(STATES + "?environment=" + shop.environment() + more)
                .ok()
                .get("results")
                .valueStream()
                .toList();
    }
}
