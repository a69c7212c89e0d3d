package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invalid requests about features, options, owners and tags. */
class FeatureRefusalsIT {

    private static final TestServer SERVER = TestServer.shared();
    private static Shop shop;
    private static int feature;
    private static int option;
    private static int stranger;

    @BeforeAll
    static void start() {
        shop = Shop.in(SERVER);
        feature = shop.feature(Map.of("name", "Taken"));
        option = shop.ana()
                .post(
                        shop.features() + feature + "/mv-options/",
                        Map.of("string_value", "red", "default_percentage_allocation", 60, "key", "a"))
                .ok()
                .get("id")
                .asInt();
        stranger = SERVER.api().newUser().get("auth/users/me/").ok().get("id").asInt();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                         | {"name":["This field is required."]}
            {"name":"x","tags":[999999]}               | {"tags":["Invalid pk \\"999999\\" - object does not exist."]}
            {"name":"x","tags":["a"]}                  | {"tags":["Incorrect type. Expected pk value, received str."]}
            {"name":"x","tags":null}                   | {"tags":["This field may not be null."]}
            {"name":"x","owners":[999999]}             | {"owners":["Invalid pk \\"999999\\" - object does not exist."]}
            {"name":"x","owners":[STRANGER]}           | {"owners":["Users with ids [STRANGER] do not have access to this project."]}
            {"name":"x","group_owners":[99999999]}     | {"group_owners":["Invalid pk \\"99999999\\" - object does not exist."]}
            {"name":"x","type":"CONFIG"}               | {"type":["\\"CONFIG\\" is not a valid choice."]}
            {"name":"x","multivariate_options":{}}     | {"multivariate_options":{"non_field_errors":["Expected a list of items but got type \\"dict\\"."]}}
            {"name":"x","multivariate_options":[{"default_percentage_allocation":60},{"default_percentage_allocation":41}]} | {"multivariate_options":["Invalid percentage allocation"]}
            {"name":"x","multivariate_options":[{"default_percentage_allocation":1},{}]} | {"multivariate_options":["Invalid percentage allocation"]}
            {"name":"x","multivariate_options":[{"default_percentage_allocation":10},{"type":"float","default_percentage_allocation":-1}]} | {"multivariate_options":[{},{"type":["\\"float\\" is not a valid choice."],"default_percentage_allocation":["Ensure this value is greater than or equal to 0."]}]}
            """)
    void anInvalidFeatureIsRejected(String body, String refusal) {
        refused("POST", shop.features(), body, refusal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"feature":999999}                        | {"feature":["Invalid pk \\"999999\\" - object does not exist."]}
            {"default_percentage_allocation":40.1}    | {"default_percentage_allocation":["Invalid percentage allocation"]}
            {}                                        | {"default_percentage_allocation":["Invalid percentage allocation"]}
            {"default_percentage_allocation":"1e999"} | {"default_percentage_allocation":["A valid number is required."]}
            {"default_percentage_allocation":101}     | {"default_percentage_allocation":["Ensure this value is less than or equal to 100."]}
            {"default_percentage_allocation":1,"key":"control"} | {"key":["\\"control\\" is a reserved variant key."]}
            {"default_percentage_allocation":1,"key":"a"}       | {"key":["Multivariate option with this key already exists for the feature."]}
            {"default_percentage_allocation":1,"key":" "}       | {"key":["This field may not be blank."]}
            {"default_percentage_allocation":1,"key":"a b"}     | {"key":["Enter a valid \\u201cslug\\u201d consisting of letters, numbers, underscores or hyphens."]}
            {"type":"string","integer_value":3000000000} | {"type":["\\"string\\" is not a valid choice."],"integer_value":["Ensure this value is less than or equal to 2147483647."]}
            """)
    void anInvalidOptionIsRejected(String body, String refusal) {
        refused("POST", shop.features() + feature + "/mv-options/", body, refusal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            add-owners          | {}                       | {"user_ids":["This field is required."]}
            add-owners          | {"user_ids":["x",1]}     | {"user_ids":{"0":["A valid integer is required."]}}
            add-owners          | {"user_ids":[999999]}    | {"non_field_errors":["Some users not found"]}
            add-owners          | {"user_ids":[STRANGER]}  | ["Some users not found"]
            remove-owners       | {"user_ids":[999999]}    | {"non_field_errors":["Some users not found"]}
            add-group-owners    | {"group_ids":[4]}        | ["Some groups not found"]
            add-group-owners    | {"group_ids":4}          | {"group_ids":["Expected a list of items but got type \\"int\\"."]}
            remove-group-owners | {}                       | {"group_ids":["This field is required."]}
            """)
    void anInvalidOwnerIsRejected(String call, String body, String refusal) {
        refused("POST", shop.features() + feature + "/" + call + "/", body, refusal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                | {"label":["This field is required."]}
            {"label":" "}                     | {"label":["This field may not be blank."]}
            {"label":"x","color":""}          | {"color":["This field may not be blank."]}
            {"label":"x","color":"#1234567890"} | {"color":["Ensure this field has no more than 10 characters."]}
            {"label":"x","is_permanent":"so"} | {"is_permanent":["Must be a valid boolean."]}
            """)
    void anInvalidTagIsRejected(String body, String refusal) {
        refused("POST", tags(), body, refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "FEATURES, initial_value, 20000",
        "FEATURES, name, 2000",
        "OPTIONS, string_value, 20000",
        "OPTIONS, key, 255",
        "TAGS, label, 100",
        "TAGS, description, 512"
    })
    void textsHaveLimitedLength(String where, String field, int max) {
        var path = where.replace("FEATURES", shop.features())
                .replace("OPTIONS", shop.features() + feature + "/mv-options/")
                .replace("TAGS", tags());
        var rest = "\"name\":\"" + field + "\",\"label\":\"x\",\"default_percentage_allocation\":0";

        refused(
                "POST",
                path,
                "{" + rest + ",\"" + field + "\":\"" + "v".repeat(max + 1) + "\"}",
                "{\"" + field + "\":[\"Ensure this field has no more than " + max + " characters.\"]}");
        var taken = shop.ana().send("POST", path, "{" + rest + ",\"" + field + "\":\"" + "v".repeat(max) + "\"}");
        assertThat(taken.ok().get(field).asString()).hasSize(max);
    }

    @Test
    void theWholeNameMustMatchTheProjectsPattern() {
        var other = Shop.in(SERVER);
        other.ana()
                .patch("projects/" + other.project() + "/", Map.of("feature_name_regex", "[a-z_]+"))
                .ok();

        assertThat(other.ana().post(other.features(), Map.of("name", "a1")).text())
                .isEqualTo("{\"name\":[\"Feature name must match regex: ^[a-z_]+$\"]}");
        other.feature(Map.of("name", "a_b"));
    }

    @Test
    void tagsAndFeaturesOfOtherProjectsAreRejected() {
        var other = Shop.in(SERVER);
        int tag = other.ana()
                .post("projects/" + other.project() + "/tags/", Map.of("label", "x"))
                .ok()
                .get("id")
                .asInt();

        assertThat(shop.ana()
                        .patch(shop.features() + feature + "/", Map.of("tags", List.of(tag)))
                        .text())
                .isEqualTo(
                        "{\"non_field_errors\":[\"Selected Tags must be from the same Project as current Feature\"]}");
        for (var path : List.of("/", "/mv-options/", "/mv-options/" + option + "/")) {
            assertThat(other.ana().get(other.features() + feature + path).text())
                    .isEqualTo("{\"detail\":\"No Feature matches the given query.\"}");
        }
        assertThat(shop.ana()
                        .get(shop.features() + feature + "/mv-options/999999/")
                        .text())
                .isEqualTo("{\"detail\":\"No MultivariateFeatureOption matches the given query.\"}");
        assertThat(shop.ana().get(tags() + "999999/").text())
                .isEqualTo("{\"detail\":\"No Tag matches the given query.\"}");
        assertThat(shop.ana().get("projects/999999/tags/").text())
                .isEqualTo("{\"detail\":\"No Project matches the given query.\"}");
    }

    private static String tags() {
        return "projects/" + shop.project() + "/tags/";
    }

    private static void refused(String method, String path, String body, String refusal) {
        var id = Integer.toString(stranger);
        var answer = shop.ana().send(method, path, body.replace("STRANGER", id));

        assertThat(answer.text()).isEqualTo(refusal.replace("STRANGER", id));
        assertThat(answer.status()).isEqualTo(400);
    }
}
