package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid requests about feature states. */
class StateRefusalsIT {

    private static final String STATES = "features/featurestates/";

    private static final TestServer SERVER = TestServer.shared();
    private static Shop shop;
    private static int feature;
    private static int option;
    private static int place;
    private static int foreign;

    @BeforeAll
    static void start() {
        shop = Shop.in(SERVER);
        feature = shop.feature(Map.of("name", "basket"));
        option = shop.ana()
                .post(
                        shop.features() + feature + "/mv-options/",
                        Map.of("string_value", "red", "default_percentage_allocation", 60))
                .ok()
                .get("id")
                .asInt();
        var segments = Segments.of(SERVER, shop);
        var other = shop.feature(Map.of("name", "other"));
        place = segments.override(other, segments.named("beta"), "x")
                .get("feature_segment")
                .get("id")
                .asInt();
        int project = shop.ana()
                .post("projects/", Map.of("name", "Two", "organisation", shop.organisation()))
                .ok()
                .get("id")
                .asInt();
        foreign = shop.ana()
                .post("projects/" + project + "/features/", Map.of("name", "foreign"))
                .ok()
                .get("id")
                .asInt();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"feature":999999}                       | {"feature":["Cannot change the feature of a feature state"]}
            {"environment":999999}                   | {"environment":["Cannot change the environment of a feature state"]}
            {"environment":null}                     | {"environment":["Environment may not be null."]}
            {"enabled":null}                         | {"enabled":["This field may not be null."]}
            {"enabled":"maybe"}                      | {"enabled":["Must be a valid boolean."]}
            {"feature_state_value":{}}               | {"string_value":["Not a valid string."]}
            {"feature_state_value":[1]}              | {"string_value":["Not a valid string."]}
            {"feature_state_value":3000000000}       | {"integer_value":["Ensure this value is less than or equal to 2147483647."]}
            {"multivariate_feature_state_values":{}} | {"multivariate_feature_state_values":{"non_field_errors":["Expected a list of items but got type \\"dict\\"."]}}
            {"multivariate_feature_state_values":[{"multivariate_feature_option":OPTION,"percentage_allocation":101}]} | {"multivariate_feature_state_values":[{"percentage_allocation":["Ensure this value is less than or equal to 100."]}]}
            {"multivariate_feature_state_values":[{}]} | {"multivariate_feature_state_values":[{"multivariate_feature_option":["This field is required."],"percentage_allocation":["This field is required."]}]}
            {"multivariate_feature_state_values":[{"multivariate_feature_option":OPTION,"percentage_allocation":60},{"multivariate_feature_option":OPTION,"percentage_allocation":41}]} | {"non_field_errors":["Multivariate percentage values exceed 100%."]}
            {"multivariate_feature_state_values":[{"multivariate_feature_option":OPTION,"percentage_allocation":60}]} | ["{'__all__': ['Multivariate feature state value with this Feature state and Multivariate feature option already exists.']}"]
            """)
    void anInvalidChangeOfADefaultIsRejected(String body, String refusal) {
        refused("PUT", shop.stateOf(feature), body, refusal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                             | {"feature":["This field is required."],"environment":["This field is required."]}
            {"feature":FOREIGN,"environment":ENV}                          | {"feature":["Feature does not exist in project"]}
            {"feature":OTHER,"environment":ENV}                            | {"feature":["Cannot change the feature of a feature state"]}
            {"feature":FEATURE,"environment":ENV,"feature_segment":999999} | {"non_field_errors":["Feature Segment does not belong to environment."]}
            {"feature":FEATURE,"environment":ENV,"identity":7}             | {"non_field_errors":["Identity does not exist in environment."]}
            {"feature":FEATURE,"environment":ENV,"feature_state_value":null} | {"feature_state_value":["This field may not be null."]}
            {"feature":FEATURE,"environment":ENV,"feature_state_value":"x"} | {"feature_state_value":{"non_field_errors":["Invalid data. Expected a dictionary, but got str."]}}
            {"feature":FEATURE,"environment":ENV,"feature_state_value":{"type":"float","integer_value":"x"}} | {"feature_state_value":{"integer_value":["A valid integer is required."],"type":["\\"float\\" is not a valid choice."]}}
            """)
    void anInvalidChangeByIdIsRejected(String body, String refusal) {
        refused("PUT", STATES + shop.state(feature) + "/", body, refusal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"environment":ENV,"feature":FOREIGN}                          | {"feature":["Feature does not exist in project"]}
            {"environment":ENV,"feature":FEATURE,"feature_segment":999999} | {"feature_segment":["Invalid pk \\"999999\\" - object does not exist."]}
            {"environment":ENV,"feature":FEATURE,"identifier":""}          | {"non_field_errors":["Invalid identifier"]}
            {"environment":ENV,"feature":FEATURE,"feature_segment":PLACE}  | {"non_field_errors":["Feature Segment does not belong to environment."]}
            {"environment":ENV,"feature":FEATURE}                          | ["['Feature state already exists for this environment, feature, version, segment & identity combination']"]
            """)
    void anInvalidNewStateIsRejected(String body, String refusal) {
        refused("POST", STATES, body, refusal);
    }

    @Test
    void aSecondDefaultIsRejected() {
        refused(
                "POST",
                "environments/" + shop.key() + "/featurestates/",
                "{\"feature\":FEATURE,\"environment\":999999}",
                "[\"['Feature state already exists for this environment, feature, version, segment & identity"
                        + " combination']\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"environment\":ENV}",
                "{\"environment\":ENV,\"feature\":999999}",
                "{\"environment\":999999,\"feature\":FEATURE}"
            })
    void unknownEnvironmentsAndFeaturesAreForbidden(String body) {
        assertThat(shop.ana().send("POST", STATES, filled(body)).status()).isEqualTo(403);
    }

    @Test
    void parametersOfTheListAreValidated() {
        var list = STATES + "?environment=" + shop.environment();
        var choice = "[\"Select a valid choice. That choice is not one of the available choices.\"]}";

        assertThat(shop.ana().get(STATES).status()).isEqualTo(403);
        assertThat(shop.ana().get(STATES + "?environment=x").status()).isEqualTo(403);
        assertThat(shop.ana().get(STATES + "?environment=999999").status()).isEqualTo(403);
        assertThat(shop.ana().get(list + "&feature=" + foreign).text()).isEqualTo("{\"feature\":" + choice);
        assertThat(shop.ana().get(list + "&feature_segment=x").text()).isEqualTo("{\"feature_segment\":" + choice);
    }

    @Test
    void someMethodsAreNotAllowed() {
        var path = STATES + shop.state(feature) + "/";

        assertThat(shop.ana().get(path).status()).isEqualTo(405);
        assertThat(shop.ana().get(path).text()).isEqualTo("{\"detail\":\"Method \\\"GET\\\" not allowed.\"}");
        assertThat(shop.ana().delete(path).status()).isEqualTo(405);
    }

    @Test
    void aValueHasLimitedLength() {
        var path = shop.stateOf(feature);
        var longest = "x".repeat(20_000);
        var tooLong = "[\"Ensure this field has no more than 20000 characters.\"]}";

        assertThat(shop.ana()
                        .put(path, Map.of("feature_state_value", longest))
                        .ok()
                        .get("feature_state_value")
                        .asString())
                .isEqualTo(longest);
        assertThat(shop.ana()
                        .put(path, Map.of("feature_state_value", longest + "x"))
                        .text())
                .isEqualTo("{\"string_value\":" + tooLong);
        assertThat(shop.ana()
                        .patch(
                                STATES + shop.state(feature) + "/",
                                Map.of("feature_state_value", Map.of("string_value", longest + "x")))
                        .text())
                .isEqualTo("{\"feature_state_value\":{\"string_value\":" + tooLong + "}");
    }

    private static void refused(String method, String path, String body, String refusal) {
        var answer = shop.ana().send(method, path, filled(body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo(filled(refusal));
    }

    private static String filled(String text) {
        return text.replace("ENV", Integer.toString(shop.environment()))
                .replace("FEATURE", Integer.toString(feature))
                .replace("OTHER", Integer.toString(feature + 1))
                .replace("OPTION", Integer.toString(option))
                .replace("PLACE", Integer.toString(place))
                .replace("FOREIGN", Integer.toString(foreign));
    }
}
