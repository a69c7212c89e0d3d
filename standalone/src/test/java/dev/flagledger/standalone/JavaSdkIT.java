package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.flagsmith.FlagsmithClient;
import com.flagsmith.config.FlagsmithConfig;
import com.flagsmith.exceptions.FlagsmithClientError;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Flagsmith's own Java client, unmodified, reads flags from this SERVER. */
class JavaSdkIT {

    private static final TestServer SERVER = TestServer.shared();

    @Test
    void theOfficialClientReadsWhatTheTeamHasSet() throws FlagsmithClientError {
        var shop = Shop.in(SERVER);
        int text = shop.feature(Map.of("name", "banner", "initial_value", "hello"));
        shop.feature(Map.of("name", "limit", "initial_value", "24", "default_enabled", true));
        shop.ana()
                .put(shop.stateOf(text), Map.of("enabled", true, "feature_state_value", "bonjour"))
                .ok();

        var flags = client(shop.key()).getEnvironmentFlags();

        assertThat(flags.isFeatureEnabled("banner")).isTrue();
        assertThat(flags.getFeatureValue("banner")).isEqualTo("bonjour");
        assertThat(flags.isFeatureEnabled("limit")).isTrue();
        assertThat(flags.getFeatureValue("limit")).isEqualTo(24);
    }

    @Test
    void itReadsThemAlsoWhereSensitiveDataIsHidden() throws FlagsmithClientError {
        var shop = Shop.in(SERVER);
        shop.feature(Map.of("name", "banner", "initial_value", "hello", "default_enabled", true));
        shop.ana()
                .patch("environments/" + shop.key() + "/", Map.of("hide_sensitive_data", true))
                .ok();

        var flags = client(shop.key()).getEnvironmentFlags();

        assertThat(flags.isFeatureEnabled("banner")).isTrue();
        assertThat(flags.getFeatureValue("banner")).isEqualTo("hello");
    }

    @Test
    void itHearsOfAnIdentityWhatIsKeptOfIt() throws FlagsmithClientError {
        var shop = Shop.in(SERVER);
        int banner = shop.feature(Map.of("name", "banner", "initial_value", "hello"));
        Segments.of(SERVER, shop).override(banner, shop.segment("pros", "plan", "pro"), "dear pro");
        var client = client(shop.key());
        var traits = new HashMap<String, Object>(Map.of("plan", "pro", "age", 31));
        traits.put("gone", null);

        assertThat(client.getIdentityFlags("bob", traits).getFeatureValue("banner"))
                .isEqualTo("dear pro");
        assertThat(client.getIdentityFlags("bob").getFeatureValue("banner")).isEqualTo("dear pro");
        assertThat(client.getIdentityFlags("bob", Map.of("plan", "free")).getFeatureValue("banner"))
                .isEqualTo("hello");
    }

    @Test
    void itComesToTheSameByItself() throws FlagsmithClientError {
        var shop = Shop.in(SERVER);
        int shade = shop.feature(Map.of("name", "shade", "initial_value", "grey", "default_enabled", true));
        for (var option : List.of("red", "green", "blue")) {
            shop.ana()
                    .post(
                            shop.features() + shade + "/mv-options/",
                            Map.of("feature", shade, "string_value", option, "default_percentage_allocation", 25))
                    .ok();
        }
        int banner = shop.feature(Map.of("name", "banner", "initial_value", "hello"));
        Segments.of(SERVER, shop).override(banner, shop.segment("pros", "plan", "pro"), "dear pro");
        var key = shop.backend().headers().get("X-Environment-Key");
        int first = shop.ana()
                .post("environments/" + shop.key() + "/identities/", Map.of("identifier", "user-1"))
                .ok()
                .get("id")
                .asInt();
        shop.ana()
                .post(
                        "environments/" + shop.key() + "/identities/" + first + "/featurestates/",
                        Map.of("feature", banner, "enabled", true, "feature_state_value", "dear first"))
                .ok();
        var local = FlagsmithClient.newBuilder()
                .setApiKey(Objects.requireNonNull(key))
                .withApiUrl(SERVER.address() + "/api/v1/")
                .withConfiguration(FlagsmithConfig.newBuilder()
                        .baseUri(SERVER.address() + "/api/v1/")
                        .withLocalEvaluation(true)
                        .build())
                .build();
        try {
            var shades = new HashSet<Object>();
            for (int user = 1; user <= 40; user++) {
                Map<String, Object> traits = Map.of("plan", user % 2 == 0 ? "pro" : "free");
                var remotely = client(shop.key()).getIdentityFlags("user-" + user, traits);
                var locally = local.getIdentityFlags("user-" + user, traits);
                for (var name : List.of("shade", "banner")) {
                    assertThat(locally.getFeatureValue(name))
                            .as("%s of user-%s", name, user)
                            .isEqualTo(remotely.getFeatureValue(name));
                }
                shades.add(remotely.getFeatureValue("shade"));
            }
            assertThat(shades).containsExactlyInAnyOrder("red", "green", "blue", "grey");
            assertThat(local.getIdentityFlags("user-1").getFeatureValue("banner"))
                    .isEqualTo("dear first");
        } finally {
            local.close();
        }
    }

    private static FlagsmithClient client(String key) {
        return FlagsmithClient.newBuilder()
                .setApiKey(key)
                .withApiUrl(SERVER.address() + "/api/v1/")
                .build();
    }
}
