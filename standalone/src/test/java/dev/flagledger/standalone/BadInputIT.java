package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid input of the admin API is rejected with the contract's errors, and nothing is recorded. */
class BadInputIT {

    private static final String REQUIRED = "[\"This field is required.\"]";

    private static final TestServer SERVER = TestServer.shared();
    private static Shop shop;
    private static int feature;

    @BeforeAll
    static void start() {
        shop = Shop.in(SERVER);
        feature = shop.feature(Map.of("name", "Taken"));
    }

    static Stream<Arguments> badInput() {
        var long2001 = "x".repeat(2001);
        return Stream.of(
                arguments("POST", "organisations/", "{}", "{\"name\":" + REQUIRED + "}"),
                arguments("POST", "organisations/", "{\"name\":null}", "{\"name\":[\"This field may not be null.\"]}"),
                arguments(
                        "POST", "organisations/", "{\"name\":\"  \"}", "{\"name\":[\"This field may not be blank.\"]}"),
                arguments("POST", "organisations/", "{\"name\":[]}", "{\"name\":[\"Not a valid string.\"]}"),
                arguments(
                        "POST",
                        "organisations/",
                        "{\"name\":\"" + long2001 + "\"}",
                        "{\"name\":[\"Ensure this field has no more than 2000 characters.\"]}"),
                arguments(
                        "POST",
                        "organisations/",
                        "[]",
                        "{\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got list.\"]}"),
                arguments("POST", "projects/", "{\"name\":\"p\"}", "{\"organisation\":" + REQUIRED + "}"),
                arguments(
                        "POST",
                        "projects/",
                        "{\"name\":\"p\",\"organisation\":\"x\"}",
                        "{\"organisation\":[\"A valid integer is required.\"]}"),
                arguments(
                        "POST",
                        "projects/",
                        "{\"name\":\"Shop\",\"organisation\":ORG}",
                        "{\"non_field_errors\":[\"A project with this name already exists.\"]}"),
                arguments(
                        "POST",
                        "environments/",
                        "{\"name\":\"Staging\",\"project\":PROJECT}",
                        "{\"non_field_errors\":[\"An environment with this name already exists.\"]}"),
                arguments(
                        "POST",
                        "environments/",
                        "{\"name\":\"x\",\"project\":PROJECT,\"api_key\":\"KEY\"}",
                        "{\"api_key\":[\"environment with this api key already exists.\"]}"),
                arguments(
                        "POST",
                        "environments/",
                        "{\"name\":\"x\",\"project\":PROJECT,\"hide_sensitive_data\":\"perhaps\"}",
                        "{\"hide_sensitive_data\":[\"Must be a valid boolean.\"]}"),
                arguments(
                        "POST",
                        "projects/PROJECT/features/",
                        "{\"name\":\"tAKEN\"}",
                        "{\"name\":[\"Feature with that name already exists for this project."
                                + " Note that feature names are case insensitive.\"]}"),
                arguments(
                        "POST",
                        "projects/PROJECT/features/",
                        "{\"name\":\"x\",\"type\":\"CONFIG\"}",
                        "{\"type\":[\"\\\"CONFIG\\\" is not a valid choice.\"]}"),
                arguments(
                        "POST",
                        "projects/PROJECT/features/",
                        "{\"name\":\"x\",\"type\":[]}",
                        "{\"type\":[\"\\\"[]\\\" is not a valid choice.\"]}"),
                arguments(
                        "POST",
                        "projects/PROJECT/features/",
                        "{\"name\":\"x\",\"initial_value\":false}",
                        "{\"initial_value\":[\"Not a valid string.\"]}"),
                arguments(
                        "POST",
                        "projects/PROJECT/features/",
                        "{\"name\":\"x\",\"initial_value\":\"" + "v".repeat(20001) + "\"}",
                        "{\"initial_value\":[\"Ensure this field has no more than 20000 characters.\"]}"),
                arguments(
                        "PUT",
                        "environments/KEY/featurestates/STATE/",
                        "{\"feature_state_value\":{}}",
                        "{\"string_value\":[\"Not a valid string.\"]}"),
                arguments(
                        "PUT",
                        "environments/KEY/featurestates/STATE/",
                        "{\"feature_state_value\":3000000000}",
                        "{\"integer_value\":[\"Ensure this value is less than or equal to 2147483647.\"]}"),
                arguments(
                        "PUT",
                        "environments/KEY/featurestates/STATE/",
                        "{\"feature\":999999}",
                        "{\"feature\":[\"Cannot change the feature of a feature state\"]}"),
                arguments(
                        "PATCH",
                        "environments/KEY/featurestates/STATE/",
                        "{\"enabled\":\"maybe\"}",
                        "{\"enabled\":[\"Must be a valid boolean.\"]}"));
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void invalidInputIsRejectedWithTheContractsErrors(String method, String path, String body, String refusal) {
        var before = position();

        var answer = shop.ana().send(method, shop.filled(path, feature), shop.filled(body, feature));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo(refusal);
        assertThat(position()).as("nothing was recorded").isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%F2%8F%90%A3%C3%93=1", "%0A=1", "%ef%bf%bf=1"})
    void unknownQueryParametersAreIgnored(String query) {
        for (var list : List.of("organisations/", shop.features(), "environments/?project=" + shop.project())) {
            var path = list + (list.contains("?") ? "&" : "?") + query;
            assertThat(shop.ana().get(path).status()).as(path).isEqualTo(200);
        }
        var types = "organisations/" + shop.organisation() + "/metadata-model-fields/supported-required-for-models/";
        assertThat(shop.ana().get(types + "?model_name=feature&" + query).status())
                .isEqualTo(200);
    }

    @Test
    void aNegativePageIsRejected() {
        for (var list : List.of(
                "organisations/",
                "environments/?project=" + shop.project(),
                "metadata/fields/?organisation=" + shop.organisation())) {
            var path = list + (list.contains("?") ? "&" : "?") + "page=-398";
            assertThat(shop.ana().get(path).text()).as(path).isEqualTo("{\"detail\":\"Invalid page.\"}");
        }
    }

    @Test
    void aTooLongSearchForIdentifiersIsRejected() {
        assertThat(shop.ana()
                        .get("environments/" + shop.key() + "/identities/?q=" + "x".repeat(2003))
                        .text())
                .isEqualTo("{\"q\":[\"Ensure this field has no more than 2002 characters.\"]}");
    }

    @Test
    void tooLargeAndMalformedBodiesAreRejected() {
        assertThat(shop.ana()
                        .send("POST", "organisations/", "{\"name\":\"" + "x".repeat(1 << 21) + "\"}")
                        .status())
                .isEqualTo(413);
        var broken = shop.ana().send("POST", "organisations/", "{\"name\":");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.json().get("detail").asString()).startsWith("JSON parse error - ");
        var xml = shop.ana().with("Content-Type", "application/xml").send("POST", "organisations/", "<a/>");
        assertThat(xml.status()).isEqualTo(415);
        assertThat(xml.text()).isEqualTo("{\"detail\":\"Unsupported media type \\\"application/xml\\\" in request.\"}");
        assertThat(shop.ana().delete("organisations/").status()).isEqualTo(405);
        assertThat(shop.ana().get("projects/abc/").text()).isEqualTo("{\"detail\":\"Not found.\"}");
        assertThat(shop.ana().get("organisations/abc/").text()).isEqualTo("[\"Invalid organisation ID\"]");
        assertThat(shop.ana().get("organisations/abc/").status()).isEqualTo(400);
        assertThat(shop.ana().get("organisations/abc/users/").text()).isEqualTo("[\"Invalid organisation ID\"]");
        assertThat(shop.ana().get("nothing/here/").json().has("detail")).isFalse();
    }

    private static long position() {
        var headers = shop.ana().get("organisations/").http().headers();
        return headers.firstValueAsLong("Flagledger-Position").orElseThrow();
    }
}
