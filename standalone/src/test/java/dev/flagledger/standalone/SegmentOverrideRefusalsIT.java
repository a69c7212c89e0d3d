package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invalid requests about overrides for segments. */
class SegmentOverrideRefusalsIT {

    private static final String PLACES = "features/feature-segments/";
    private static final String FORBIDDEN = "{\"detail\":\"You do not have permission to perform this action.\"}";

    private static final TestServer SERVER = TestServer.shared();
    private static Shop shop;
    private static Segments segments;
    private static int feature;
    private static int beta;
    private static int special;
    private static int place;
    private static int elsewhere;

    @BeforeAll
    static void start() {
        shop = Shop.in(SERVER);
        segments = Segments.of(SERVER, shop);
        feature = shop.feature(Map.of("name", "basket"));
        int other = shop.feature(Map.of("name", "other"));
        beta = segments.named("beta");
        special = segments.named("special", other);
        place = segments.override(feature, beta, "x")
                .get("feature_segment")
                .get("id")
                .asInt();
        elsewhere = segments.override(other, beta, "x")
                .get("feature_segment")
                .get("id")
                .asInt();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"feature_state_value":{}}                                                 | {"feature_segment":["This field is required."]}
            {"feature_segment":null,"feature_state_value":{}}                          | {"feature_segment":["This field may not be null."]}
            {"feature_segment":{},"feature_state_value":{}}                            | {"feature_segment":{"segment":["This field is required."]}}
            {"feature_segment":{"segment":999999},"feature_state_value":{}}            | {"feature_segment":{"segment":["Invalid pk \\"999999\\" - object does not exist."]}}
            {"feature_segment":{"segment":BETA,"priority":-1},"feature_state_value":{}} | {"feature_segment":{"priority":["Ensure this value is greater than or equal to 0."]}}
            {"feature_segment":{"segment":BETA}}                                       | {"feature_state_value":["This field is required."]}
            {"feature_segment":{"segment":BETA},"feature_state_value":null}            | {"feature_state_value":["This field may not be null."]}
            {"feature_segment":{"segment":BETA},"feature_state_value":{"type":"string"}} | {"feature_state_value":{"type":["\\"string\\" is not a valid choice."]}}
            {"feature_segment":{"segment":BETA},"feature_state_value":{},"multivariate_feature_state_values":[{"multivariate_feature_option":9,"percentage_allocation":1}]} | {"multivariate_feature_state_values":[{"multivariate_feature_option":["Invalid pk \\"9\\" - object does not exist."]}]}
            {"feature_segment":{"segment":SPECIAL},"feature_state_value":{}}           | {"feature":["Can only create segment override(using this segment) for feature OTHER"]}
            {"feature_segment":{"segment":BETA},"feature_state_value":{}}              | ["['Feature state already exists for this environment, feature, version, segment & identity combination']"]
            """)
    void anInvalidOverrideIsRejected(String body, String refusal) {
        refused("POST", segments.path(feature), body, refusal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"environment":ENV}                                         | {"feature":["This field is required."],"segment":["This field is required."]}
            {"environment":ENV,"feature":999999,"segment":999999}       | {"feature":["Invalid pk \\"999999\\" - object does not exist."],"segment":["Invalid pk \\"999999\\" - object does not exist."]}
            {"environment":ENV,"feature":FEATURE,"segment":SPECIAL}     | {"feature":["Can only create segment override(using this segment) for feature OTHER"]}
            {"environment":ENV,"feature":FEATURE,"segment":BETA}        | ["['Feature state already exists for this environment, feature, version, segment & identity combination']"]
            """)
    void anInvalidFeatureSegmentIsRejected(String body, String refusal) {
        refused("POST", PLACES, body, refusal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                          | {"segment":["This field is required."],"environment":["This field is required."]}
            {"environment":ENV,"feature":OTHER,"segment":BETA}          | {"feature":["Cannot change the feature of a feature segment"]}
            """)
    void anInvalidChangeOfAFeatureSegmentIsRejected(String body, String refusal) {
        refused("PUT", PLACES + place + "/", body, refusal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id":1}                                                    | {"non_field_errors":["Expected a list of items but got type \\"dict\\"."]}
            [{"id":999999,"priority":0}]                                | {"non_field_errors":["Some of the provided ids were not found."]}
            [{"id":PLACE,"priority":0},{"id":ELSEWHERE,"priority":1}]   | {"non_field_errors":["All feature segments must belong to the same feature & environment."]}
            [{"id":PLACE,"priority":-1},{"id":ELSEWHERE,"priority":1}]  | [{"priority":["Ensure this value is greater than or equal to 0."]},{}]
            [{"priority":1},7]                                          | [{"id":["This field is required."]},{"non_field_errors":["Invalid data. Expected a dictionary, but got int."]}]
            """)
    void invalidPrioritiesAreRejected(String body, String refusal) {
        refused("POST", PLACES + "update-priorities/", body, refusal);
    }

    @Test
    void anUnknownEnvironmentIsForbidden() {
        for (var body : new String[] {"{}", "{\"environment\":\"x\"}", "{\"environment\":999999}"}) {
            var answer = shop.ana().send("POST", PLACES, body);
            assertThat(answer.status()).as(body).isEqualTo(403);
            assertThat(answer.text()).isEqualTo(FORBIDDEN);
        }
        assertThat(shop.ana().get(PLACES).text())
                .isEqualTo("{\"environment\":[\"This field is required.\"],\"feature\":[\"This field is required.\"]}");
        assertThat(shop.ana()
                        .get(PLACES + "?environment=999999&feature=" + feature)
                        .ok()
                        .get("count")
                        .asInt())
                .isZero();
    }

    @Test
    void unknownIdsAreNotFound() {
        var make = "environments/KEY/features/999999/create-segment-override/";

        assertThat(shop.ana()
                        .send("POST", make.replace("KEY", shop.key()), "{}")
                        .text())
                .isEqualTo("{\"detail\":\"No Feature matches the given query.\"}");
        assertThat(shop.ana().send("POST", make, "{}").status()).isEqualTo(404);
        assertThat(shop.ana()
                        .send("POST", make.replace("KEY", shop.key()).replace("999999", "x"), "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void otherUsersSeeNoFeatureSegments() {
        var eve = SERVER.api().newUser();

        assertThat(eve.get(PLACES + "?environment=" + shop.environment() + "&feature=" + feature)
                        .ok()
                        .get("count")
                        .asInt())
                .isZero();
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
                .replace("BETA", Integer.toString(beta))
                .replace("SPECIAL", Integer.toString(special))
                .replace("PLACE", Integer.toString(place))
                .replace("ELSEWHERE", Integer.toString(elsewhere));
    }
}
