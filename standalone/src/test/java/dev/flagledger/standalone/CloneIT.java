package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Clones of environments. */
class CloneIT {

    private static final TestServer SERVER = TestServer.shared();
    private Shop shop;
    private String environment;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        environment = "environments/" + shop.key() + "/";
    }

    @Test
    void aCloneHasSettingsAndFlagsUnderItsOwnNameAndIds() {
        var feature = shop.feature(Map.of("name", "basket", "initial_value", "red"));
        shop.ana()
                .patch(shop.stateOf(feature), Map.of("enabled", true, "feature_state_value", "blue"))
                .ok();
        shop.ana()
                .patch(environment, Map.of("banner_text", "Careful", "minimum_change_request_approvals", 2))
                .ok();

        var answer = shop.ana().post(environment + "clone/", Map.of("name", " Copy ", "description", "ignored"));

        assertThat(answer.status()).isEqualTo(200);
        var clone = answer.json();
        assertThat(clone.propertyNames()).containsExactly("id", "name", "api_key", "project");
        assertThat(clone.get("name").asString()).isEqualTo("Copy");
        var copy = shop.ana().get(path(clone)).ok();
        assertThat(copy.get("banner_text").asString()).isEqualTo("Careful");
        assertThat(copy.get("minimum_change_request_approvals").asInt()).isEqualTo(2);
        assertThat(copy.get("description").isNull()).isTrue();
        var flag = flags(clone).get(0);
        assertThat(flag.get("enabled").asBoolean()).isTrue();
        assertThat(flag.get("feature_state_value").asString()).isEqualTo("blue");
        assertThat(flag.get("id").asInt()).isNotEqualTo(shop.state(feature));
    }

    @Test
    void aCloneIsIndependentOfItsSource() {
        var feature = shop.feature(Map.of("name", "basket"));
        var clone = clone("Copy");

        shop.ana().patch(shop.stateOf(feature), Map.of("enabled", true)).ok();

        assertThat(flags(clone).get(0).get("enabled").asBoolean()).isFalse();
        shop.ana().delete(environment);
        assertThat(flags(clone)).hasSize(1);
        shop.ana().post(shop.features(), Map.of("name", "later")).ok();
        assertThat(flags(clone)).hasSize(2);
    }

    @Test
    void webhooksAndServerKeysAreNotCopied() {
        shop.ana()
                .post(shop.webhooks(), Map.of("url", "https://flags.example.test/"))
                .ok();
        shop.ana().post(environment + "api-keys/", Map.of("name", "backend")).ok();

        var clone = clone("Copy");

        assertThat(shop.ana().get(path(clone) + "webhooks/").ok()).isEmpty();
        assertThat(shop.ana().get(path(clone) + "api-keys/").ok()).isEmpty();
    }

    @Test
    void aCloneMayHaveAUsedNameAndKeepIt() {
        var clone = clone("Staging");

        assertThat(shop.ana()
                        .get("environments/?project=" + shop.project())
                        .ok()
                        .get("count")
                        .asInt())
                .isEqualTo(2);
        shop.ana()
                .put(path(clone), Map.of("name", "Staging", "description", "a copy"))
                .ok();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                               | {"name":["This field is required."]}
            {"name":null}                                    | {"name":["This field may not be null."]}
            {"name":"A","clone_feature_states_async":"soon"} | {"clone_feature_states_async":["Must be a valid boolean."]}
            """)
    void anInvalidCloneIsRejected(String body, String problem) {
        var answer = shop.ana().send("POST", environment + "clone/", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo(problem);
    }

    @Test
    void anAsynchronousCloneIsCompleteInTheResponse() {
        shop.feature(Map.of("name", "basket"));

        var clone = shop.ana()
                .post(environment + "clone/", Map.of("name", "Copy", "clone_feature_states_async", true))
                .ok();

        assertThat(shop.ana().get(path(clone)).ok().get("is_creating").asBoolean())
                .isFalse();
        assertThat(flags(clone)).hasSize(1);
    }

    private JsonNode clone(String name) {
        return shop.ana().post(environment + "clone/", Map.of("name", name)).ok();
    }

    private static String path(JsonNode environment) {
        return "environments/" + environment.get("api_key").asString() + "/";
    }

    private static List<JsonNode> flags(JsonNode environment) {
        var application = SERVER.api()
                .with("X-Environment-Key", environment.get("api_key").asString());
        return List.copyOf(application.get("flags/").ok().asArray().values());
    }
}
