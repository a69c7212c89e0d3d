package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The initial data of tests of versions: an environment with versioning, and a flag that is disabled with the value "blue", and enabled
 * with "old" for the segment beta.
 */
record Versions(Shop shop, Segments segments, int feature, int beta, int staff) {

    private static final String VALUE = "\"feature_state_value\":{\"type\":\"unicode\",\"string_value\":\"TEXT\","
            + "\"integer_value\":null,\"boolean_value\":null}";

    static Versions in(TestServer server) {
        var shop = Shop.in(server);
        var segments = Segments.of(server, shop);
        int feature = shop.feature(Map.of("name", "basket", "initial_value", "blue"));
        int beta = segments.named("beta");
        segments.override(feature, beta, "old");
        var enabled = shop.ana().post("environments/" + shop.key() + "/enable-v2-versioning/", Map.of());
        assertThat(enabled.status()).as(enabled.text()).isEqualTo(202);
        return new Versions(shop, segments, feature, beta, segments.named("staff"));
    }

    Api ana() {
        return shop.ana();
    }

    /** The path of the flag's versions. */
    String path() {
        return path(shop.environment(), feature);
    }

    static String path(int environment, int feature) {
        return "environments/" + environment + "/features/" + feature + "/versions/";
    }

    /** The path of a version's states. */
    String states(String uuid) {
        return path() + uuid + "/featurestates/";
    }

    String environment(String path) {
        return "environments/" + shop.key() + "/" + path;
    }

    /** Creates a draft. In the body, VALUE is replaced by a value with this text, and FEATURE, BETA and STAFF by ids. */
    Api.Answer post(String body, String text) {
        return ana().send("POST", path(), filled(body, text));
    }

    /** Creates and publishes a version; the body is given without its braces. */
    JsonNode publish(String body, String text) {
        return post("{\"publish_immediately\":true," + body + "}", text).ok();
    }

    Api.Answer publish(JsonNode draft) {
        return ana().send("POST", path() + uuid(draft) + "/publish/", "{}");
    }

    /** Changes states of a version and returns the response's body; fails unless the status is the expected one. */
    String send(String method, JsonNode version, String path, String body, String text, int status) {
        var answer = ana().send(method, states(uuid(version)) + path, filled(body, text));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.text();
    }

    List<JsonNode> list(String query) {
        return ana().get(path() + query).ok().get("results").valueStream().toList();
    }

    List<JsonNode> states(JsonNode version) {
        return ana().get(states(uuid(version))).ok().valueStream().toList();
    }

    /** The values of a version's states. */
    List<String> texts(JsonNode version) {
        return states(version).stream()
                .map(state ->
                        state.get("feature_state_value").get("string_value").asString())
                .toList();
    }

    static String uuid(JsonNode version) {
        return version.get("uuid").asString();
    }

    /** The flag as applications get it. */
    String served() {
        var flag = shop.application().get("flags/").ok().get(0);
        return flag.get("enabled").asBoolean() + " "
                + flag.get("feature_state_value").asString();
    }

    String filled(String body, String text) {
        return body.replace("VALUE", VALUE)
                .replace("TEXT", text)
                .replace("KEY", shop.key())
                .replace("FEATURE", Integer.toString(feature))
                .replace("BETA", Integer.toString(beta))
                .replace("STAFF", Integer.toString(staff));
    }
}
