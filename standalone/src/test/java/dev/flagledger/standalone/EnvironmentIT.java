package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.ledger.log.store.EventLog;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Environments and their settings. */
class EnvironmentIT {

    private static final TestServer SERVER = TestServer.shared();
    private Shop shop;
    private String environment;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        environment = "environments/" + shop.key() + "/";
    }

    @Test
    void anEnvironmentHasTheContractsProperties() {
        var created = create("Production");
        var path = "environments/" + created.get("api_key").asString() + "/";

        assertThat(created.get("api_key").asString()).matches("[2-9A-HJ-NP-Za-km-z]{22}");
        assertThat(created.toString())
                .endsWith("\"description\":null,\"project\":" + shop.project()
                        + ",\"minimum_change_request_approvals\":null,\"allow_client_traits\":true,"
                        + "\"banner_text\":null,\"banner_colour\":null,\"hide_disabled_flags\":null,"
                        + "\"use_mv_v2_evaluation\":true,\"use_identity_composite_key_for_hashing\":true,"
                        + "\"hide_sensitive_data\":false,\"use_v2_feature_versioning\":false,"
                        + "\"use_identity_overrides_in_local_eval\":true,\"is_creating\":false,\"metadata\":[]}");
        var uuid = created.get("uuid").asString();
        assertThat(shop.ana().get("environments/get-by-uuid/" + uuid + "/").ok())
                .isEqualTo(created);
        assertThat(shop.ana().patch(path, Map.of()).ok()).isEqualTo(created);
        var listed = shop.ana().get("environments/?project=" + shop.project()).ok();
        assertThat(listed.get("results").get(1)).isEqualTo(created);
        assertThat(shop.ana().get(path).ok().get("total_segment_overrides").asInt())
                .isZero();
        assertThat(shop.ana()
                        .get("projects/" + shop.project() + "/environments/")
                        .ok()
                        .get(1)
                        .has("metadata"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            description                            | "What is live"
            description                            | ""
            minimum_change_request_approvals       | 0
            allow_client_traits                    | false
            banner_text                            | "Careful"
            banner_colour                          | "#ff0000"
            hide_disabled_flags                    | true
            hide_disabled_flags                    | false
            use_identity_composite_key_for_hashing | false
            hide_sensitive_data                    | true
            use_identity_overrides_in_local_eval   | false
            """)
    void aSettingIsStoredAndKeptWhenOmitted(String field, String value) {
        var changed = shop.ana()
                .send("PATCH", environment, "{\"" + field + "\":" + value + "}")
                .ok();

        assertThat(changed.get(field).toString()).isEqualTo(value);
        assertThat(changed.get("use_mv_v2_evaluation"))
                .isEqualTo(changed.get("use_identity_composite_key_for_hashing"));
        assertThat(shop.ana().put(environment, Map.of("name", "Staging")).ok()).isEqualTo(changed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                    | {"name":["This field is required."]}
            {"name":""}                           | {"name":["This field may not be blank."]}
            {"name":"Staging"}                    | {"non_field_errors":["An environment with this name already exists."]}
            {"name":"A","api_key":"KEY"}          | {"api_key":["environment with this api key already exists."]}
            {"name":"A","api_key":"ser.mine"}     | {"api_key":["A client-side key may not begin with \\"ser.\\"."]}
            {"name":"A","banner_colour":"#ff00000"} | {"banner_colour":["Ensure this field has no more than 7 characters."]}
            {"name":"A","hide_sensitive_data":""} | {"hide_sensitive_data":["Must be a valid boolean."]}
            """)
    void anInvalidEnvironmentIsRejected(String body, String problem) {
        var answer = shop.ana()
                .send(
                        "POST",
                        "environments/",
                        body.replace("KEY", shop.key())
                                .replaceFirst(
                                        "\\{", "{\"project\":" + shop.project() + (body.length() > 2 ? "," : "")));

        assertThat(answer.text()).isEqualTo(problem);
        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"name, 2000", "api_key, 100", "description, 20000", "banner_text, 255"})
    void textsHaveLimitedLength(String field, int max) {
        assertThat(shop.ana()
                        .patch(environment, Map.of(field, "x".repeat(max + 1)))
                        .text())
                .isEqualTo("{\"" + field + "\":[\"Ensure this field has no more than " + max + " characters.\"]}");
        assertThat(shop.ana().patch(environment, Map.of(field, "x".repeat(max))).status())
                .isEqualTo(200);
    }

    @Test
    void aNewKeyReplacesTheOldOne() {
        shop.feature(Map.of("name", "one"));
        var key = "mine-" + shop.environment();

        shop.ana().put(environment, Map.of("name", "Staging", "api_key", key)).ok();

        assertThat(shop.application().get("flags/").status()).isEqualTo(403);
        assertThat(shop.ana().get(environment).status()).isEqualTo(404);
        assertThat(SERVER.api().with("X-Environment-Key", key).get("flags/").ok())
                .hasSize(1);
        create("Other", shop.key());
    }

    @ParameterizedTest
    @CsvSource({"''", "?project=", "?project=abc", "?project=999999", "?project=99999999999"})
    void theListHasTheEnvironmentsOfOneProject(String query) {
        var answer = shop.ana().get("environments/" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo("[\"Invalid or missing value for project parameter.\"]");
    }

    @ParameterizedTest
    @CsvSource({"{}", "{\"project\":\"x\"}", "{\"project\":999999}", "{\"project\":null}"})
    void anEnvironmentOfAnUnknownProjectIsForbidden(String body) {
        assertThat(shop.ana().send("POST", "environments/", body).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, ''",
        "PUT, ''",
        "DELETE, ''",
        "POST, clone/",
        "POST, enable-v2-versioning/",
        "POST, disable-v2-versioning/",
        "GET, metrics/",
        "GET, onboarding-status/",
        "PUT, onboarding-status/"
    })
    void anUnknownKeyIsNotFound(String method, String path) {
        var body = method.equals("PUT") || method.equals("POST") ? "{\"name\":\"x\"}" : "";

        assertThat(shop.ana().send(method, "environments/nope/" + path, body).status())
                .isEqualTo(404);
    }

    @Test
    void metricsExcludeArchivedFeatures() {
        var on = shop.feature(Map.of("name", "on", "default_enabled", true));
        shop.feature(Map.of("name", "off"));
        shop.feature(Map.of("name", "old", "default_enabled", true, "is_archived", true));

        assertThat(shop.ana().get(environment + "metrics/").text()).isEqualTo("""
                {"metrics":[{"value":2,"description":"Total features","name":"total_features","entity":"features","rank":1},\
                {"value":1,"description":"Features enabled","name":"enabled_features","entity":"features","rank":2},\
                {"value":0,"description":"Segment overrides","name":"segment_overrides","entity":"segments","rank":3},\
                {"value":0,"description":"Identity overrides","name":"identity_overrides","entity":"identities","rank":4}]}""");

        shop.ana().patch(shop.stateOf(on), Map.of("enabled", false)).ok();
        shop.ana()
                .patch(environment, Map.of("minimum_change_request_approvals", 1))
                .ok();
        var metrics = shop.ana().get(environment + "metrics/").ok().get("metrics");
        assertThat(metrics).hasSize(6);
        assertThat(metrics.get(1).get("value").asInt()).isZero();
        assertThat(metrics.get(5).toString())
                .isEqualTo("{\"value\":0,\"description\":\"Scheduled changes\",\"name\":\"total_scheduled_changes\","
                        + "\"entity\":\"workflows\",\"rank\":6}");
    }

    @Test
    void theFirstEvaluationIsReportedAnonymouslyAndOnce() {
        var status = environment + "onboarding-status/";
        assertThat(SERVER.api().get(status).text())
                .isEqualTo("{\"first_evaluated_at\":null,\"first_evaluated_sdk_label\":null}");

        assertThat(SERVER.api()
                        .put(status, Map.of("first_evaluated_sdk_label", "flagsmith-java-sdk"))
                        .status())
                .isEqualTo(204);
        var noted = SERVER.api().get(status).ok();
        assertThat(noted.get("first_evaluated_sdk_label").asString()).isEqualTo("flagsmith-java-sdk");
        assertThat(noted.get("first_evaluated_at").asString()).endsWith("Z");

        long before = SERVER.part(EventLog.class).head();
        var again = shop.ana().put(status, Map.of("first_evaluated_sdk_label", "unknown"));
        assertThat(again.status()).isEqualTo(204);
        assertThat(SERVER.part(EventLog.class).head()).isEqualTo(before);
        assertThat(SERVER.api().get(status).ok()).isEqualTo(noted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                      | ["This field is required."]
            {"first_evaluated_sdk_label":null}      | ["This field may not be null."]
            {"first_evaluated_sdk_label":"curl"}    | ["\\"curl\\" is not a valid choice."]
            {"first_evaluated_sdk_label":""}        | ["\\"\\" is not a valid choice."]
            """)
    void anUnknownSdkLabelIsRejected(String body, String problem) {
        var refused = SERVER.api().send("PUT", environment + "onboarding-status/", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).isEqualTo("{\"first_evaluated_sdk_label\":" + problem + "}");
        assertThat(SERVER.api()
                        .get(environment + "onboarding-status/")
                        .ok()
                        .get("first_evaluated_at")
                        .isNull())
                .isTrue();
    }

    private JsonNode create(String name) {
        return shop.ana()
                .post("environments/", Map.of("name", name, "project", shop.project()))
                .ok();
    }

    private void create(String name, String key) {
        shop.ana()
                .post("environments/", Map.of("name", name, "project", shop.project(), "api_key", key))
                .ok();
    }
}
