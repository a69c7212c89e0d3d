package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Versions that are created and published in one request. */
class VersionsIT {

    private static final TestServer SERVER = TestServer.shared();

    private Versions versions;

    @BeforeEach
    void open() {
        versions = Versions.in(SERVER);
    }

    @Test
    void aPublishedVersionIsServed() {
        var version = versions.publish("""
                "description":"autumn","feature_states_to_update":[
                  {"enabled":true,VALUE,"feature_segment":null},
                  {"feature_segment":{"segment":BETA,"priority":1},"enabled":false,VALUE}],
                "feature_states_to_create":[{"feature_segment":{"segment":STAFF,"priority":0},"enabled":true,VALUE}]""", "red");

        assertThat(version.get("published").asBoolean()).isTrue();
        assertThat(version.get("published_by").asInt()).isEqualTo(Member.id(versions.ana()));
        assertThat(version.get("description").asString()).isEqualTo("autumn");
        assertThat(versions.served()).isEqualTo("true red");
        assertThat(versions.texts(version)).containsExactly("red", "red", "red");
        var states = versions.states(version);
        assertThat(states.get(0).get("feature_segment").isNull()).isTrue();
        assertThat(states.get(1).get("feature_segment").get("priority").asInt()).isEqualTo(1);
        assertThat(states.get(2).get("feature_segment").get("segment").asInt()).isEqualTo(versions.staff());
        assertThat(states.get(2).get("feature_segment").get("priority").asInt()).isZero();
    }

    @Test
    void thePreviousVersionIsUnchanged() {
        var first = versions.list("").getFirst();
        var before = versions.states(first);
        var version = versions.publish("\"feature_states_to_update\":[{\"enabled\":true,VALUE}]", "red");

        assertThat(versions.states(first)).isEqualTo(before);
        assertThat(versions.states(version).get(0).get("id"))
                .isEqualTo(before.get(0).get("id"));
        assertThat(versions.list("?is_live=true&page_size=1")).containsExactly(version);
        var detail = versions.ana()
                .get("environment-feature-versions/" + Versions.uuid(version) + "/")
                .ok();
        assertThat(detail.get("previous_version_uuid")).isEqualTo(first.get("uuid"));
        assertThat(detail.get("feature").asInt()).isEqualTo(versions.feature());
        assertThat(detail.get("environment").asInt()).isEqualTo(versions.shop().environment());
    }

    @Test
    void theFlagRefersToItsVersion() {
        var version = versions.publish("\"feature_states_to_update\":[{\"enabled\":true,VALUE}]", "red");

        var shop = versions.shop();
        assertThat(shop.ana().get(shop.stateOf(versions.feature())).ok().get("environment_feature_version"))
                .isEqualTo(version.get("uuid"));
        var seen = shop.ana()
                .get(shop.features() + versions.feature() + "/?environment=" + shop.environment())
                .ok();
        assertThat(seen.get("last_modified_in_current_environment")).isEqualTo(version.get("created_at"));
        assertThat(seen.get("last_modified_in_any_environment")).isEqualTo(version.get("created_at"));
        var line = shop.ana().get(shop.audit()).ok().get("results").get(0);
        assertThat(line.get("log").asString()).isEqualTo("New version published for feature: basket");
        assertThat(line.get("related_object_type").asString()).isEqualTo("EF_VERSION");
        assertThat(line.get("related_object_uuid")).isEqualTo(version.get("uuid"));
    }

    @Test
    void aVersionCanRemoveOverrides() {
        var version = versions.publish("\"segment_ids_to_delete_overrides\":[BETA,STAFF]", "");

        assertThat(versions.texts(version)).containsExactly("blue");
        assertThat(versions.texts(versions.list("").getLast())).containsExactly("blue", "old");
    }

    @Test
    void sharesAreIdentifiedByOption() {
        int red = option("red");
        int green = option("green");
        var before = shares(versions.list("").getFirst());
        var share = "{\"multivariate_feature_option\":%d,\"percentage_allocation\":60}";
        var body = "\"feature_states_to_update\":[{\"multivariate_feature_state_values\":[%s]}]";

        var version = versions.publish(body.formatted(share.formatted(green)), "");

        assertThat(shares(version)).hasSize(1);
        assertThat(shares(version).get(0).get("percentage_allocation").asInt()).isEqualTo(60);
        assertThat(shares(version).get(0).get("id")).isEqualTo(before.get(1).get("id"));
        var tooMuch = body.formatted(share.formatted(green) + "," + share.formatted(red));
        assertThat(versions.post("{" + tooMuch + "}", "").text())
                .isEqualTo("{\"non_field_errors\":[\"Multivariate percentage values exceed 100%.\"]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"feature_states_to_create":[{"enabled":true,"feature_state_value":{}}]} | {"message":"Cannot create FeatureState objects that are not segment overrides."}
            {"feature_states_to_create":[{"feature_segment":{"segment":BETA},"feature_state_value":{}}]} | {"message":"An unresolvable conflict occurred: segment override already exists for segment 'beta'"}
            {"feature_states_to_update":[{"feature_segment":{"segment":STAFF},"enabled":true}]} | {"message":"An unresolvable conflict occurred: segment override does not exist for segment 'staff'."}
            {"feature_states_to_create":[{"feature_segment":{"segment":STAFF}}]} | {"feature_states_to_create":[{"feature_state_value":["This field is required."]}]}
            {"feature_states_to_create":[{"feature_segment":{},"feature_state_value":{}}]} | {"feature_states_to_create":[{"feature_segment":{"segment":["This field is required."]}}]}
            {"feature_states_to_create":[{"feature_segment":{"segment":999999},"feature_state_value":{}}]} | {"feature_states_to_create":[{"feature_segment":{"segment":["Invalid pk \\"999999\\" - object does not exist."]}}]}
            {"feature_states_to_update":[{"feature_state_value":{"type":"string"}}]} | {"feature_states_to_update":[{"feature_state_value":{"type":["\\"string\\" is not a valid choice."]}}]}
            {"segment_ids_to_delete_overrides":["x"]} | {"segment_ids_to_delete_overrides":{"0":["A valid integer is required."]}}
            {"publish_immediately":"x"} | {"publish_immediately":["Must be a valid boolean."]}
            {"live_from":"2999-01-01T00:00:00Z","publish_immediately":true} | {"live_from":["This server does not schedule versions: publish it when it is to go live."]}
            """)
    void anInvalidVersionIsRejected(String body, String refusal) {
        var answer = versions.post(body, "");

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo(refusal);
        assertThat(versions.list("")).hasSize(1);
    }

    private int option(String value) {
        var option = Map.of("string_value", value, "default_percentage_allocation", 20);
        return versions.ana()
                .post(versions.shop().features() + versions.feature() + "/mv-options/", option)
                .ok()
                .get("id")
                .asInt();
    }

    private JsonNode shares(JsonNode version) {
        return versions.states(version).getFirst().get("multivariate_feature_state_values");
    }
}
