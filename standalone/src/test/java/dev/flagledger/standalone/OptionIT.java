package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Section 3.7 of the second part of the admin contract. */
class OptionIT {

    private static TestServer server;
    private Shop shop;
    private int feature;
    private String options;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        shop = Shop.in(server);
        feature = shop.feature(Map.of("name", "colour"));
        options = shop.features() + feature + "/mv-options/";
    }

    @Test
    void anOptionComesChangesAndGoes() {
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
        assertThat(server.api().newUser().get(byUuid).status()).isEqualTo(404);
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
    void anOptionIsOfTheFeatureThatTheBodyNames() {
        int other = shop.feature(Map.of("name", "other"));

        var added = shop.ana().post(options, Map.of("feature", other)).ok();

        assertThat(added.get("feature").asInt()).isEqualTo(other);
        assertThat(added.get("default_percentage_allocation").asDouble()).isEqualTo(100);
    }

    @Test
    void ofTwoWhoTakeTheRestAtOnceOneWins() {
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

    private String type() {
        return shop.ana().get(shop.features() + feature + "/").ok().get("type").asString();
    }
}
