package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The routes that update a flag with its overrides in one request. */
class FlagUpdateIT {

    private static final TestServer SERVER = TestServer.shared();
    private Shop shop;
    private Segments segments;
    private int feature;
    private int beta;
    private int staff;
    private int special;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        segments = Segments.of(SERVER, shop);
        feature = shop.feature(Map.of("name", "basket", "initial_value", "blue"));
        beta = segments.named("beta");
        staff = segments.named("staff");
        special = segments.named("special", shop.feature(Map.of("name", "other")));
    }

    @Test
    void aFlagIsUpdatedByName() {
        experiment("update-flag-v1", """
                {"feature":{"name":"basket"},"enabled":true,"value":{"type":"integer","value":"42"}}""", 204, "");
        experiment("update-flag-v1", """
                {"feature":{"id":FEATURE},"enabled":true,"value":{"type":"boolean","value":"TRUE"},"segment":{"id":BETA}}""", 204, "");
        experiment("update-flag-v1", """
                {"feature":{"id":FEATURE},"enabled":false,"value":{"type":"string","value":"x"},"segment":{"id":STAFF,"priority":0}}""", 204, "");

        assertThat(whole()).isEqualTo(filled("""
                {"environment_default":{"enabled":true,"value":{"type":"integer","value":"42"},"variants":[]},\
                "segment_overrides":[\
                {"segment":{"id":STAFF},"priority":0,"enabled":false,"value":{"type":"string","value":"x"},"variants":[]},\
                {"segment":{"id":BETA},"priority":1,"enabled":true,"value":{"type":"boolean","value":"true"},"variants":[]}]}"""));
    }

    @Test
    void defaultAndOverridesAreUpdatedInOneRequest() {
        segments.override(feature, beta, "old");

        experiment("update-flag-v2", """
                {"feature":{"id":FEATURE},"environment_default":{"enabled":true,"value":{"type":"string","value":"d"}},
                 "segment_overrides":[{"segment_id":STAFF,"enabled":true,"value":{"type":"string","value":"s"}}]}""", 204, "");

        assertThat(whole()).isEqualTo(filled("""
                {"environment_default":{"enabled":true,"value":{"type":"string","value":"d"},"variants":[]},\
                "segment_overrides":[\
                {"segment":{"id":BETA},"priority":0,"enabled":true,"value":{"type":"string","value":"old"},"variants":[]},\
                {"segment":{"id":STAFF},"priority":1,"enabled":true,"value":{"type":"string","value":"s"},"variants":[]}]}"""));
        experiment("delete-segment-override", "{\"feature\":{\"id\":FEATURE},\"segment\":{\"id\":BETA}}", 204, "");
        experiment(
                "delete-segment-override",
                "{\"feature\":{\"id\":FEATURE},\"segment\":{\"id\":BETA}}",
                404,
                "{\"detail\":\"Segment override for segment BETA does not exist\"}");
    }

    @Test
    void aPatchKeepsOmittedOverrides() {
        segments.override(feature, beta, "old");

        var patched = future("PATCH", """
                {"environment_default":{"enabled":true},
                 "segment_overrides":[{"segment":{"id":STAFF}},{"segment":{"id":BETA},"enabled":false}]}""", 200);

        assertThat(patched).isEqualTo(whole()).isEqualTo(filled("""
                {"environment_default":{"enabled":true,"value":{"type":"string","value":"blue"},"variants":[]},\
                "segment_overrides":[\
                {"segment":{"id":STAFF},"priority":0,"enabled":true,"value":{"type":"string","value":"blue"},"variants":[]},\
                {"segment":{"id":BETA},"priority":1,"enabled":false,"value":{"type":"string","value":"old"},"variants":[]}]}"""));
        assertThat(future("PATCH", "{}", 200)).isEqualTo(patched);
    }

    @Test
    void aPutRemovesOmittedOverrides() {
        segments.override(feature, beta, "old");

        var put = future("PUT", """
                {"environment_default":{"enabled":true},"segment_overrides":[{"segment":{"id":STAFF},"value":{"type":"string","value":"s"}}]}""", 200);

        assertThat(put).isEqualTo(filled("""
                {"environment_default":{"enabled":true,"value":null,"variants":[]},\
                "segment_overrides":[\
                {"segment":{"id":STAFF},"priority":0,"enabled":true,"value":{"type":"string","value":"s"},"variants":[]}]}"""));
        assertThat(future("PUT", "{}", 200)).isEqualTo(put);
        assertThat(future("PUT", put, 200)).isEqualTo(put);
        assertThat(shop.ana()
                        .delete(path() + "segment-overrides/" + staff + "/")
                        .ok()
                        .get("segment_overrides"))
                .isEmpty();
        assertThat(shop.ana()
                        .delete(path() + "segment-overrides/" + staff + "/")
                        .text())
                .isEqualTo("{\"detail\":\"Segment override not found.\"}");
    }

    @Test
    void sharesOfAllOptionsAreSetTogether() {
        int red = option("red", 20);
        int green = option("green", 10);

        var patched = future(
                "PATCH",
                "{\"environment_default\":{\"variants\":[{\"id\":" + green + ",\"weight\":25.5},{\"id\":" + red
                        + ",\"weight\":70}]},\"segment_overrides\":[{\"segment\":{\"id\":BETA}}]}",
                200);

        var variants = "\"variants\":[{\"id\":" + red + ",\"weight\":70.0},{\"id\":" + green + ",\"weight\":25.5}]";
        assertThat(patched).contains("\"value\":{\"type\":\"string\",\"value\":\"blue\"}," + variants + "},\"segment");
        assertThat(patched).endsWith(variants + "}]}");
    }

    @Test
    void anInvalidPartPreventsAllChanges() {
        var before = whole();

        future("PATCH", """
                {"environment_default":{"enabled":true},"segment_overrides":[{"segment":{"id":SPECIAL}}]}""", 400);

        assertThat(whole()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                                                 | ["Expected an object."]
            {"environment_default":{"value":{"type":"integer","value":"abc"}}} | {"environment_default":{"value":["'abc' is not a valid integer"]}}
            {"environment_default":{"value":{"type":"int","value":"1"}}}       | {"environment_default":{"value":{"type":["\\"int\\" is not a valid choice."]}}}
            {"environment_default":{"variants":[{"id":1,"weight":1}]}}                            | {"environment_default":{"variants":["Feature is not multivariate."]}}
            {"segment_overrides":[{"segment":{"id":999999}}]}                  | {"segment_overrides":[{"segment":{"id":["Segment not found."]}}]}
            {"segment_overrides":[{"segment":{"id":BETA}},{"segment":{"id":BETA}}]} | {"segment_overrides":["Duplicate segment: BETA."]}
            {"segment_overrides":[{"segment":{"id":BETA},"priority":1},{"segment":{"id":STAFF}}]} | {"detail":"Duplicate priority: 1."}
            """)
    void anInvalidUpdateIsRejected(String body, String refusal) {
        assertThat(future("PATCH", body, 400)).isEqualTo(filled(refusal));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"id":999999,"weight":1}] | "Variant not found."
            []                         | "Must include all feature's variants."
            [{"id":OPTION,"weight":60},{"id":GREEN,"weight":41}] | "Total weight must not exceed 100."
            [{"id":OPTION,"weight":20},{"id":GREEN,"weight":10},{"id":OPTION,"weight":20}] | "Must include all feature's variants."
            """)
    void invalidSharesAreRejected(String variants, String refusal) {
        int red = option("red", 20);
        int green = option("green", 10);
        var sent = variants.replace("OPTION", Integer.toString(red)).replace("GREEN", Integer.toString(green));

        assertThat(future("PATCH", "{\"environment_default\":{\"variants\":" + sent + "}}", 400))
                .isEqualTo("{\"environment_default\":{\"variants\":[" + refusal + "]}}");
        assertThat(future("PUT", "{\"environment_default\":{}}", 400))
                .isEqualTo("{\"environment_default\":{\"variants\":[\"Must include all feature's variants.\"]}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "feature":{}                                     | {"feature":{"non_field_errors":["Either 'name' or 'id' is required for feature identification"]}}
            "feature":{"name":"basket","id":1}               | {"feature":{"non_field_errors":["Provide either 'name' or 'id', not both"]}}
            "feature":{"name":"x"}                           | ["Feature '{'name': 'x'}' not found in project"]
            "feature":{"id":FEATURE},"segment":{"id":999999} | {"segment":["Segment with id 999999 not found in project"]}
            "feature":{"id":FEATURE},"value":{"type":"integer","value":"abc"} | {"value":{"non_field_errors":["'abc' is not a valid integer"]}}
            "feature":{"id":FEATURE},"value":{"type":"boolean","value":"x"}   | {"value":{"non_field_errors":["'x' is not a valid boolean (use 'true' or 'false')"]}}
            """)
    void anInvalidExperimentIsRejected(String fields, String refusal) {
        var value = fields.contains("value") ? "" : ",\"value\":{\"type\":\"string\",\"value\":\"y\"}";
        experiment("update-flag-v1", "{\"enabled\":true" + value + "," + fields + "}", 400, refusal);
    }

    @Test
    void invalidExperimentsWithOverridesAreRejected() {
        var state = "\"enabled\":true,\"value\":{\"type\":\"string\",\"value\":\"y\"}";
        var start = "{\"feature\":{\"id\":FEATURE},\"environment_default\":{" + state + "},\"segment_overrides\":[";
        int red = option("red", 20);

        experiment(
                "update-flag-v2",
                start + "{\"segment_id\":BETA," + state + "},{\"segment_id\":BETA," + state + "}]}",
                400,
                "{\"segment_overrides\":[\"Duplicate segment_id values are not allowed\"]}");
        experiment(
                "update-flag-v2",
                start + "{\"segment_id\":BETA,\"priority\":-1," + state + "}]}",
                400,
                "{\"segment_overrides\":[{\"priority\":[\"Ensure this value is greater than or equal to 0.\"]}]}");
        experiment(
                "update-flag-v2",
                start + "{\"segment_id\":BETA," + state + ",\"multivariate_feature_state_values\":"
                        + "[{\"multivariate_feature_option\":999999,\"percentage_allocation\":20}]}]}",
                400,
                "{\"non_field_errors\":[\"Multivariate options [999999] do not belong to the feature\"]}");
        experiment(
                "update-flag-v2",
                start + "{\"segment_id\":BETA," + state + ",\"multivariate_feature_state_values\":[" + share(red, 60)
                        + "," + share(red, 60) + "]}]}",
                400,
                "{\"segment_overrides\":[{\"non_field_errors\":[\"Multivariate options must be unique\"]}]}");
        int green = option("green", 10);
        experiment(
                "update-flag-v2",
                start + "{\"segment_id\":BETA," + state + ",\"multivariate_feature_state_values\":[" + share(red, 60)
                        + "," + share(green, 60) + "]}]}",
                400,
                "[\"Multivariate allocations for the feature state must not exceed 100%, got 120.0%.\"]");
    }

    @Test
    void updatesAreRejectedWhereChangeRequestsAreEnabled() {
        var approvals = Map.of("name", "Staging", "minimum_change_request_approvals", 0);
        shop.ana().put("environments/" + shop.key() + "/", approvals).ok();

        experiment("update-flag-v1", "{}", 403, """
                {"detail":"This endpoint cannot be used when change requests are enabled. Use the change request workflow instead."}""");
        assertThat(future("PATCH", "{}", 409)).isEqualTo("""
                {"detail":"Cannot update flags in an environment with change requests enabled.","code":"change_requests_enabled"}""");
        assertThat(whole()).contains("environment_default");
    }

    @Test
    void anUnknownEnvironmentIsForbidden() {
        assertThat(shop.ana()
                        .send("POST", "/api/experiments/environments/nowhere/update-flag-v2/", "{}")
                        .status())
                .isEqualTo(403);
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

    private static String share(int option, int percentage) {
        return "{\"multivariate_feature_option\":" + option + ",\"percentage_allocation\":" + percentage + "}";
    }

    private void experiment(String route, String body, int status, String answered) {
        var answer = shop.ana().send("POST", experiments(route), filled(body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo(filled(answered));
    }

    private String experiments(String route) {
        return "/api/experiments/environments/" + shop.key() + "/" + route + "/";
    }

    private String future(String method, String body, int status) {
        var answer = shop.ana().send(method, path(), filled(body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.text();
    }

    private String whole() {
        var answer = shop.ana().get(path());
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }

    private String path() {
        return "/api/__future__/environments/" + shop.key() + "/features/" + feature + "/";
    }

    private String filled(String text) {
        return text.replace("FEATURE", Integer.toString(feature))
                .replace("BETA", Integer.toString(beta))
                .replace("STAFF", Integer.toString(staff))
                .replace("SPECIAL", Integer.toString(special));
    }
}
