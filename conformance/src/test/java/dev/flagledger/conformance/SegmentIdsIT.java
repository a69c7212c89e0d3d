package dev.flagledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.flagsmith.FlagsmithClient;
import com.flagsmith.exceptions.FlagsmithClientError;
import dev.flagledger.standalone.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that says with a number which segment's override a flag is of, and the clients that take it. */
class SegmentIdsIT {

    private static TestServer server;
    private static Assortment assortment;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of("flagledger.sdk.segment-ids", "true"));
        assortment = Assortment.in(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aSegmentsOverrideIsNamed() {
        var shop = assortment.shop();
        var places = shop.ana()
                .get("features/feature-segments/?environment=" + shop.environment() + "&feature=" + assortment.banner())
                .ok();

        assertThat(place("somebody", "pro"))
                .isEqualTo(places.at("/results/0/id").toString());
        assertThat(place("somebody-else", "free")).isEqualTo("null");
        assertThat(place("user-1", "pro")).isEqualTo("null");
        shop.ana()
                .patch("environments/" + shop.key() + "/", Map.of("hide_sensitive_data", true))
                .ok();
        assertThat(place("somebody", "pro")).isEqualTo("null");
        shop.ana()
                .patch("environments/" + shop.key() + "/", Map.of("hide_sensitive_data", false))
                .ok();
    }

    private static String place(String identifier, String plan) {
        return assortment
                .shop()
                .application()
                .post("identities/", Map.of("identifier", identifier, "transient", false, "traits", new Object[] {
                    Map.of("trait_key", "plan", "trait_value", plan)
                }))
                .ok()
                .get("flags")
                .valueStream()
                .filter(flag -> flag.at("/feature/name").asString().equals("banner"))
                .findAny()
                .orElseThrow()
                .get("feature_segment")
                .toString();
    }

    @Test
    void theJavaClientTakesIt() throws FlagsmithClientError {
        var client = FlagsmithClient.newBuilder()
                .setApiKey(assortment.shop().key())
                .withApiUrl(server.address() + "/api/v1/")
                .build();
        for (var person : Person.all()) {
            assertThat(client.getIdentityFlags(person.identifier(), Map.copyOf(person.traits()))
                            .getFeatureValue("banner"))
                    .isEqualTo(Assortment.bannerOf(person));
        }
    }

    @Test
    void theNodeClientTakesIt() {
        Scripts.install();

        var told = Scripts.run("node.mjs", server, assortment, Map.of());

        for (var person : Person.all()) {
            assertThat(Told.value(told.at("/remote/identities"), person, "banner"))
                    .isEqualTo(Assortment.bannerOf(person));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"@flagsmith/flagsmith", "flagsmith"})
    void theClientsForBrowsersTakeIt(String client) {
        Scripts.install();

        var told = Scripts.run("browser.mjs", server, Assortment.in(server), Map.of("FLAGLEDGER_PACKAGE", client));

        for (var person : Person.all()) {
            assertThat(Told.value(told.get("identities"), person, "banner")).isEqualTo(Assortment.bannerOf(person));
        }
    }
}
