package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Traits of identities in the admin API. */
class TraitIT {

    private static final TestServer SERVER = TestServer.shared();

    private Shop shop;
    private String environment;
    private String traits;

    @BeforeEach
    void make() {
        shop = Shop.in(SERVER);
        environment = "environments/" + shop.key() + "/";
        traits = traitsOf("bob");
    }

    private String traitsOf(String identifier) {
        int id = id(shop.ana().post(environment + "identities/", Map.of("identifier", identifier)));
        return environment + "identities/" + id + "/traits/";
    }

    @Test
    void aTraitIsReadAsItWasWritten() {
        var created = shop.ana()
                .post(
                        traits,
                        Map.of(
                                "identity",
                                Map.of("identifier", "bob"),
                                "trait_key",
                                "age",
                                "value_type",
                                "int",
                                "integer_value",
                                30,
                                "string_value",
                                "left over"));

        assertThat(created.status()).isEqualTo(201);
        var path = traits + id(created) + "/";
        assertThat(created.text())
                .isEqualTo(
                        "{\"id\":%d,\"trait_key\":\"age\",\"value_type\":\"int\",\"integer_value\":30,\"string_value\":null,\"boolean_value\":null,\"float_value\":null,\"created_date\":\"%s\"}"
                                .formatted(
                                        id(created),
                                        created.json().get("created_date").asString()));
        assertThat(shop.ana().get(path).text()).isEqualTo(created.text());
        var page = shop.ana().get(traits).ok();
        assertThat(page.get("count").asInt()).isEqualTo(1);
        assertThat(page.get("results").get(0)).isEqualTo(created.json());
        assertThat(shop.ana().delete(path).status()).isEqualTo(204);
        assertThat(shop.ana().get(path).text()).isEqualTo("{\"detail\":\"No Trait matches the given query.\"}");
        assertThat(shop.ana().delete(path).text()).isEqualTo("{\"detail\":\"No Trait matches the given query.\"}");
    }

    @Test
    void aChangeKeepsOmittedProperties() {
        var created = shop.ana()
                .post(traits, Map.of("trait_key", "rate", "value_type", "float", "float_value", 1.5))
                .ok();
        var path = traits + created.get("id").asInt() + "/";

        var renamed = shop.ana().put(path, Map.of("trait_key", "price")).ok();
        assertThat(renamed.get("float_value").asDouble()).isEqualTo(1.5);
        assertThat(renamed.get("trait_key").asString()).isEqualTo("price");
        assertThat(renamed.get("created_date")).isEqualTo(created.get("created_date"));
        var retyped = shop.ana()
                .patch(path, Map.of("value_type", "bool", "boolean_value", true))
                .ok();
        assertThat(retyped.get("trait_key").asString()).isEqualTo("price");
        assertThat(retyped.get("boolean_value").asBoolean()).isTrue();
        assertThat(retyped.get("float_value").isNull()).isTrue();
        assertThat(shop.ana().get(path).ok()).isEqualTo(retyped);
        assertThat(shop.ana().put(path, Map.of()).text()).isEqualTo("{\"trait_key\":[\"This field is required.\"]}");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("{}", "{\"trait_key\":[\"This field is required.\"]}"),
                arguments("{\"trait_key\":\"\"}", "{\"trait_key\":[\"This field may not be blank.\"]}"),
                arguments(
                        "{\"trait_key\":\"" + "k".repeat(201) + "\"}",
                        "{\"trait_key\":[\"Ensure this field has no more than 200 characters.\"]}"),
                arguments(
                        "{\"trait_key\":\"k\",\"value_type\":\"text\"}",
                        "{\"value_type\":[\"\\\"text\\\" is not a valid choice.\"]}"),
                arguments(
                        "{\"trait_key\":\"k\",\"string_value\":\"" + "v".repeat(2001) + "\"}",
                        "{\"string_value\":[\"Ensure this field has no more than 2000 characters.\"]}"),
                arguments(
                        "{\"trait_key\":\"k\",\"value_type\":\"int\",\"integer_value\":2147483648}",
                        "{\"integer_value\":[\"Ensure this value is less than or equal to 2147483647.\"]}"),
                arguments(
                        "{\"trait_key\":\"k\",\"value_type\":\"float\",\"float_value\":\"x\"}",
                        "{\"float_value\":[\"A valid number is required.\"]}"),
                arguments(
                        "{\"trait_key\":\"k\",\"value_type\":\"bool\",\"boolean_value\":\"x\"}",
                        "{\"boolean_value\":[\"Must be a valid boolean.\"]}"),
                arguments(
                        "{\"trait_key\":\"there\"}",
                        "{\"non_field_errors\":[\"The fields trait_key, identity must make a unique set.\"]}"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void anInvalidTraitIsRejected(String body, String problems) {
        shop.ana().post(traits, Map.of("trait_key", "there")).ok();

        var answer = shop.ana().send("POST", traits, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo(problems);
    }

    @Test
    void traitsOfAnUnknownIdentityAreNotFound() {
        var nobody = environment + "identities/999999/traits/";
        var missing = "{\"detail\":\"No Identity matches the given query.\"}";

        assertThat(shop.ana().get(nobody).text()).isEqualTo(missing);
        assertThat(shop.ana().post(nobody, Map.of("trait_key", "age")).text()).isEqualTo(missing);
        assertThat(shop.ana().patch(nobody + "1/", Map.of()).text()).isEqualTo(missing);
        assertThat(shop.ana().delete(nobody + "1/").text()).isEqualTo(missing);
    }

    @Test
    void aTraitIsRemovedFromAllIdentitiesOfOneEnvironment() {
        var al = traitsOf("al");
        var abroad = new TraitIT();
        abroad.make();
        for (var its : List.of(traits, al)) {
            shop.ana().post(its, Map.of("trait_key", "plan")).ok();
            shop.ana().post(its, Map.of("trait_key", "age")).ok();
        }
        abroad.shop.ana().post(abroad.traits, Map.of("trait_key", "age")).ok();
        assertThat(keys(shop)).containsExactlyInAnyOrder("age", "plan");

        var removed = shop.ana().post(environment + "delete-traits/", Map.of("key", "age"));

        assertThat(removed.status()).isEqualTo(200);
        assertThat(removed.text()).isEmpty();
        assertThat(keys(shop)).containsExactly("plan");
        assertThat(keys(abroad.shop)).containsExactly("age");
        int plan = shop.ana().get(al).ok().get("results").get(0).get("id").asInt();
        assertThat(shop.ana()
                        .delete(al + plan + "/?deleteAllMatchingTraits=true")
                        .status())
                .isEqualTo(204);
        assertThat(keys(shop)).isEmpty();
        assertThat(shop.ana()
                        .post(environment + "delete-traits/", Map.of("key", "never"))
                        .status())
                .isEqualTo(200);
        for (var wrong : List.of(Map.of(), Map.of("key", ""), Map.of("key", List.of()))) {
            assertThat(shop.ana().post(environment + "delete-traits/", wrong).text())
                    .isEqualTo("{\"detail\":\"Couldn't delete trait keys.\"}");
        }
    }

    private static List<String> keys(Shop shop) {
        var keys = shop.ana().get("environments/" + shop.key() + "/trait-keys/").ok();
        return keys.get("keys").valueStream().map(key -> key.asString()).toList();
    }

    private static int id(Api.Answer answer) {
        return answer.ok().get("id").asInt();
    }
}
