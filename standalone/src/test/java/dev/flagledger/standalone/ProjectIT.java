package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Projects and their settings. */
class ProjectIT {

    private static final String AT_FIRST = """
            {"hide_disabled_flags":false,"enable_dynamo_db":false,"migration_status":"NOT_APPLICABLE",\
            "use_edge_identities":false,"prevent_flag_defaults":false,"enable_realtime_updates":false,\
            "only_allow_lower_case_feature_names":true,"feature_name_regex":null,\
            "show_edge_identity_overrides_for_feature":false,"stale_flags_limit_days":30,\
            "edge_v2_migration_status":"NOT_STARTED","minimum_change_request_approvals":null,\
            "enforce_feature_owners":false}""";

    private static final TestServer SERVER = TestServer.shared();
    private Shop shop;
    private String project;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        project = "projects/" + shop.project() + "/";
    }

    @Test
    void aProjectHasTheSamePropertiesEverywhereAndCountsInItsDetail() {
        var created = shop.ana()
                .post("projects/", Map.of("name", " Depot ", "organisation", shop.organisation()))
                .ok();
        var path = "projects/" + created.get("id").asInt() + "/";
        var uuid = created.get("uuid").asString();

        assertThat(created.get("name").asString()).isEqualTo("Depot");
        assertThat(created.toString()).endsWith(AT_FIRST.substring(1));
        assertThat(shop.ana().get("projects/get-by-uuid/" + uuid + "/").ok()).isEqualTo(created);
        assertThat(shop.ana().get("projects/?uuid=" + uuid).ok()).containsExactly(created);
        assertThat(shop.ana()
                        .get("organisations/" + shop.organisation() + "/projects/")
                        .ok())
                .contains(created);
        assertThat(shop.ana().patch(path, Map.of()).ok()).isEqualTo(created);
        var retrieved = shop.ana().get(path).ok();
        assertThat(retrieved.toString())
                .endsWith("\"max_segments_allowed\":500,\"max_features_allowed\":1000,"
                        + "\"max_segment_overrides_allowed\":2000,\"total_features\":0,\"total_segments\":0}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            hide_disabled_flags                 | true
            prevent_flag_defaults               | true
            enable_realtime_updates             | true
            only_allow_lower_case_feature_names | false
            feature_name_regex                  | "[a-z_]+"
            feature_name_regex                  | ""
            stale_flags_limit_days              | 7
            minimum_change_request_approvals    | 0
            enforce_feature_owners              | true
            """)
    void aSettingIsStoredAndKeptWhenOmitted(String field, String value) {
        var changed = shop.ana()
                .send("PATCH", project, "{\"" + field + "\":" + value + "}")
                .ok();

        assertThat(changed.get(field).toString()).isEqualTo(value);
        assertThat(shop.ana().put(project, Map.of("name", "Shop")).ok()).isEqualTo(changed);
    }

    @ParameterizedTest
    @CsvSource({"use_edge_identities", "enable_dynamo_db", "show_edge_identity_overrides_for_feature"})
    void settingsOfTheHostedEdgeCannotBeChanged(String field) {
        assertThat(shop.ana()
                        .patch(project, Map.of(field, true))
                        .ok()
                        .get(field)
                        .asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"organisation":ORG}                                 | {"name":["This field is required."]}
            {"organisation":ORG,"name":" "}                      | {"name":["This field may not be blank."]}
            {"name":"A"}                                         | {"organisation":["This field is required."]}
            {"organisation":"x","name":"A"}                      | {"organisation":["A valid integer is required."]}
            {"organisation":ORG,"name":"Shop"}                   | {"non_field_errors":["A project with this name already exists."]}
            {"organisation":ORG,"name":"A","stale_flags_limit_days":"x"} | {"stale_flags_limit_days":["A valid integer is required."]}
            {"organisation":ORG,"name":"A","prevent_flag_defaults":null} | {"prevent_flag_defaults":["This field may not be null."]}
            """)
    void anInvalidProjectIsRejected(String body, String problem) {
        var answer = shop.ana().send("POST", "projects/", body.replace("ORG", Integer.toString(shop.organisation())));

        assertThat(answer.text()).isEqualTo(problem);
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void namesAndPatternsHaveLimitedLength() {
        assertThat(shop.ana().patch(project, Map.of("name", "x".repeat(2_000))).status())
                .isEqualTo(200);
        assertThat(shop.ana().patch(project, Map.of("name", "x".repeat(2_001))).text())
                .isEqualTo("{\"name\":[\"Ensure this field has no more than 2000 characters.\"]}");
        assertThat(shop.ana()
                        .patch(project, Map.of("feature_name_regex", "x".repeat(256)))
                        .text())
                .isEqualTo("{\"feature_name_regex\":[\"Ensure this field has no more than 255 characters.\"]}");
    }

    @Test
    void namesAreUniqueWithinAnOrganisationAndCaseSensitive() {
        create(shop, "shop");
        create(shop, "Depot");
        create(Shop.in(SERVER), "Depot");

        assertThat(shop.ana().patch(project, Map.of("name", "Depot")).text())
                .isEqualTo("{\"non_field_errors\":[\"A project with this name already exists.\"]}");
        shop.ana().patch(project, Map.of("name", "Store")).ok();
        create(shop, "Shop");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ?organisation=ORG       | 1
            ?organisation=          | 1
            ?organisation=999999999999 | 0
            ?organisation=0         | 0
            ?uuid=no-uuid           | 0
            ?uuid=                  | 1
            """)
    void theListIsFiltered(String query, int count) {
        var path = "projects/" + query.replace("ORG", Integer.toString(shop.organisation()));

        assertThat(shop.ana().get(path).ok()).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource({"abc", "1.5", "undefined", "null"})
    void aNonNumericOrganisationIsRejected(String organisation) {
        var answer = shop.ana().get("projects/?organisation=" + organisation);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo("{\"organisation\":\"Must be a valid integer.\"}");
    }

    @Test
    void migrationToTheEdgeIsNotSupported() {
        var answer = shop.ana().post(project + "migrate-to-edge/", Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo("{\"detail\":\"Dynamo DB is not enabled for this project\"}");
    }

    @Test
    void permissionIsCheckedBeforeTheBody() {
        var wrong = Map.of("name", "", "organisation", shop.organisation());

        assertThat(Member.of(SERVER, shop.organisation())
                        .post("projects/", wrong)
                        .status())
                .isEqualTo(403);
        assertThat(SERVER.api().newUser().post("projects/", wrong).status()).isEqualTo(403);
        assertThat(shop.ana()
                        .post("projects/", Map.of("name", "A", "organisation", 999_999))
                        .status())
                .isEqualTo(403);
    }

    private static JsonNode create(Shop where, String name) {
        return where.ana()
                .post("projects/", Map.of("name", name, "organisation", where.organisation()))
                .ok();
    }
}
