package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Multivariate options of features. */
class OptionIT {

    private static final TestServer SERVER = TestServer.shared();
    private Shop shop;
    private int feature;
    private String options;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        feature = shop.feature(Map.of("name", "shade"));
        options = shop.features() + feature + "/mv-options/";
    }

    @Test
    void anOptionIsCreatedChangedAndDeleted() {
        var added = shop.ana()
                .post(
                        options,
                        Map.of(
                                "feature",
                                feature,
                                "string_value",
                                " red ",
                                "default_percentage_allocation",
                                20,
                                "key",
                                "variant-a"))
                .ok();

        int id = added.get("id").asInt();
        assertThat(added.toString())
                .isEqualTo("{\"id\":" + id + ",\"uuid\":" + added.get("uuid") + ",\"type\":\"unicode\","
                        + "\"integer_value\":null,\"string_value\":\"red\",\"boolean_value\":null,"
                        + "\"default_percentage_allocation\":20.0,\"key\":\"variant-a\",\"feature\":" + feature + "}");
        assertThat(shop.ana().get(options + id + "/").ok()).isEqualTo(added);
        assertThat(shop.ana().get(options).ok().get("results").get(0)).isEqualTo(added);
        var byUuid = "multivariate/options/get-by-uuid/" + added.get("uuid").asString() + "/";
        assertThat(shop.ana().get(byUuid).ok()).isEqualTo(added);
        assertThat(SERVER.api().newUser().get(byUuid).status()).isEqualTo(404);
        assertThat(type()).isEqualTo("MULTIVARIATE");

        var changed = shop.ana()
                .patch(options + id + "/", Map.of("type", "int", "integer_value", 5))
                .ok();
        assertThat(changed.get("integer_value").asInt()).isEqualTo(5);
        assertThat(changed.get("string_value").asString())
                .as("what was not sent stays")
                .isEqualTo("red");
        assertThat(changed.get("key").asString()).isEqualTo("variant-a");
        assertThat(shop.ana().put(options + id + "/", Map.of()).ok()).isEqualTo(changed);

        assertThat(shop.ana().delete(options + id + "/").status()).isEqualTo(204);
        assertThat(shop.ana().get(options + id + "/").status()).isEqualTo(404);
        assertThat(shop.ana().delete(options + id + "/").status()).isEqualTo(404);
        assertThat(type()).isEqualTo("STANDARD");
    }

    @Test
    void theBodysFeatureOverridesThatOfThePath() {
        int other = shop.feature(Map.of("name", "other"));

        var added = shop.ana().post(options, Map.of("feature", other)).ok();

        assertThat(added.get("feature").asInt()).isEqualTo(other);
        assertThat(added.get("default_percentage_allocation").asDouble()).isEqualTo(100);
    }

    @Test
    void aFeatureWithOptionsIsMultivariateEverywhere() {
        var created = shop.ana()
                .post(
                        shop.features(),
                        Map.of(
                                "name",
                                "colour",
                                "type",
                                "STANDARD",
                                "initial_value",
                                "blue",
                                "multivariate_options",
                                List.of(
                                        Map.of("string_value", "red", "default_percentage_allocation", 20, "key", "k"),
                                        Map.of(
                                                "type",
                                                "int",
                                                "integer_value",
                                                7,
                                                "default_percentage_allocation",
                                                80))))
                .ok();

        assertThat(created.get("type").asString()).isEqualTo("MULTIVARIATE");
        var options = created.get("multivariate_options");
        assertThat(options.get(0).get("default_percentage_allocation").toString())
                .isEqualTo("20.0");
        assertThat(options.get(0).get("key").isNull())
                .as("nothing is said of keys here")
                .isTrue();
        assertThat(options.get(1).get("integer_value").asInt()).isEqualTo(7);
        assertThat(options.get(1).has("feature")).isFalse();
    }

    @Test
    void allOptionsAreReplacedInOneRequest() {
        int id = shop.feature(
                Map.of("name", "colour", "multivariate_options", List.of(option("red", 30), option("green", 30))));
        var before = shop.ana().get(shop.features() + id + "/").ok().get("multivariate_options");
        int red = before.get(0).get("id").asInt();

        var changed = shop.ana()
                .patch(
                        shop.features() + id + "/",
                        Map.of(
                                "multivariate_options",
                                List.of(Map.of("id", red, "string_value", "redder"), option("blue", 70))))
                .ok()
                .get("multivariate_options");

        assertThat(changed).hasSize(2);
        assertThat(changed.get(0).get("id").asInt()).isEqualTo(red);
        assertThat(changed.get(0).get("string_value").asString()).isEqualTo("redder");
        assertThat(changed.get(0).get("default_percentage_allocation").asDouble())
                .isEqualTo(30);
        assertThat(changed.get(1).get("string_value").asString()).isEqualTo("blue");
        var none = shop.ana()
                .put(shop.features() + id + "/", Map.of("multivariate_options", List.of()))
                .ok();
        assertThat(none.get("multivariate_options")).isEmpty();
        assertThat(none.get("type").asString()).isEqualTo("STANDARD");
    }

    @Test
    void oneOfTwoConcurrentOptionsGetsTheRemainingShare() {
        var both = Stream.of("red", "blue")
                .map(value -> CompletableFuture.supplyAsync(() ->
                        shop.ana().post(options, Map.of("string_value", value, "default_percentage_allocation", 60))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(both).extracting(Api.Answer::status).containsExactlyInAnyOrder(201, 400);
        assertThat(both)
                .filteredOn(answer -> answer.status() == 400)
                .extracting(Api.Answer::text)
                .isEqualTo(List.of("{\"default_percentage_allocation\":[\"Invalid percentage allocation\"]}"));
        assertThat(shop.ana().get(options).ok().get("count").asInt()).isEqualTo(1);
    }

    private static Map<String, Object> option(String value, int percentage) {
        return Map.of("string_value", value, "default_percentage_allocation", percentage);
    }

    private String type() {
        return shop.ana().get(shop.features() + feature + "/").ok().get("type").asString();
    }
}
