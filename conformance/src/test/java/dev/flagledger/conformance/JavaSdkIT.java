package dev.flagledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.flagsmith.FlagsmithClient;
import com.flagsmith.config.FlagsmithConfig;
import com.flagsmith.exceptions.FlagsmithClientError;
import dev.flagledger.standalone.Shop;
import dev.flagledger.standalone.TestServer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Flagsmith's Java client asks the server, and evaluates by itself. */
class JavaSdkIT {

    private static final TestServer SERVER = TestServer.shared();
    private static final Assortment ASSORTMENT = Assortment.in(SERVER);

    private final FlagsmithConfig reporting = config().withEnableAnalytics(true).build();
    private final FlagsmithClient remote = client(ASSORTMENT.shop().key(), config().build());
    private final FlagsmithClient local =
            client(ASSORTMENT.serverKey(), config().withLocalEvaluation(true).build());

    @AfterEach
    void close() {
        local.close();
        remote.close();
    }

    @Test
    void itReadsWhatTheTeamHasSet() throws FlagsmithClientError {
        var shop = Shop.in(SERVER);
        int banner = shop.feature(Map.of("name", "banner", "initial_value", "hello"));
        shop.feature(Map.of("name", "limit", "initial_value", "24", "default_enabled", true));
        var client = client(shop.key(), config().build());
        assertThat(client.getEnvironmentFlags().isFeatureEnabled("banner")).isFalse();

        shop.ana()
                .put(shop.stateOf(banner), Map.of("enabled", true, "feature_state_value", "bonjour"))
                .ok();

        var flags = client.getEnvironmentFlags();
        assertThat(flags.isFeatureEnabled("banner")).isTrue();
        assertThat(flags.getFeatureValue("banner")).isEqualTo("bonjour");
        assertThat(flags.getFeatureValue("limit")).isEqualTo(24);
    }

    @Test
    void itReadsFlagsAlsoWhereSensitiveDataIsHidden() throws FlagsmithClientError {
        var shop = Shop.in(SERVER);
        shop.feature(Map.of("name", "banner", "initial_value", "hello", "default_enabled", true));
        shop.ana()
                .patch("environments/" + shop.key() + "/", Map.of("hide_sensitive_data", true))
                .ok();

        var flags = client(shop.key(), config().build()).getEnvironmentFlags();

        assertThat(flags.isFeatureEnabled("banner")).isTrue();
        assertThat(flags.getFeatureValue("banner")).isEqualTo("hello");
    }

    @Test
    void traitsAreKeptUntilTheyAreSaidToBeNone() throws FlagsmithClientError {
        var traits = new HashMap<String, Object>(Map.of("plan", "pro", "age", 31));
        traits.put("gone", null);

        assertThat(remote.getIdentityFlags("bob", traits).getFeatureValue("banner"))
                .isEqualTo("dear pro");
        assertThat(remote.getIdentityFlags("bob").getFeatureValue("banner")).isEqualTo("dear pro");
        traits.put("plan", null);
        assertThat(remote.getIdentityFlags("bob", traits).getFeatureValue("banner"))
                .isEqualTo("hello");
    }

    @Test
    void everybodyGetsTheSameRemotelyAndLocally() throws FlagsmithClientError {
        var shades = new HashSet<Object>();
        for (var person : Person.all()) {
            Map<String, Object> traits = Map.copyOf(person.traits());
            var remotely = remote.getIdentityFlags(person.identifier(), traits);
            var locally = local.getIdentityFlags(person.identifier(), traits);
            for (var flag : List.of("shade", "banner", "plain", "limit", "dark")) {
                assertThat(locally.getFeatureValue(flag))
                        .as("%s of %s", flag, person)
                        .isEqualTo(remotely.getFeatureValue(flag));
                assertThat(locally.isFeatureEnabled(flag)).isEqualTo(remotely.isFeatureEnabled(flag));
            }
            assertThat(locally.getFeatureValue("banner")).isEqualTo(Assortment.bannerOf(person));
            assertThat(locally.getFeatureValue("shade")).isEqualTo(ASSORTMENT.shadeOf(person));
            shades.add(locally.getFeatureValue("shade"));
        }
        assertThat(shades).containsExactlyInAnyOrder("red", "green", "blue", "grey");
    }

    @Test
    void itsReportsAreCounted() throws FlagsmithClientError {
        var flags = client(ASSORTMENT.shop().key(), reporting).getEnvironmentFlags();
        flags.isFeatureEnabled("banner");
        flags.getFeatureValue("banner");

        reporting.getAnalyticsProcessor().flush();

        await().until(() -> ASSORTMENT.looksAtBanner() == 2);
    }

    private static FlagsmithConfig.Builder config() {
        return FlagsmithConfig.newBuilder().baseUri(SERVER.address() + "/api/v1/");
    }

    private static FlagsmithClient client(String key, FlagsmithConfig config) {
        return FlagsmithClient.newBuilder()
                .setApiKey(key)
                .withApiUrl(SERVER.address() + "/api/v1/")
                .withConfiguration(config)
                .build();
    }
}
