package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.flagsmith.FlagsmithClient;
import com.flagsmith.exceptions.FlagsmithClientError;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Flagsmith's own Java client, unmodified, reads flags from this server. */
class JavaSdkIT {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theOfficialClientReadsWhatTheTeamHasSet() throws FlagsmithClientError {
        var shop = Shop.in(server);
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
        var shop = Shop.in(server);
        shop.feature(Map.of("name", "banner", "initial_value", "hello", "default_enabled", true));
        shop.ana()
                .patch("environments/" + shop.key() + "/", Map.of("hide_sensitive_data", true))
                .ok();

        var flags = client(shop.key()).getEnvironmentFlags();

        assertThat(flags.isFeatureEnabled("banner")).isTrue();
        assertThat(flags.getFeatureValue("banner")).isEqualTo("hello");
    }

    private static FlagsmithClient client(String key) {
        return FlagsmithClient.newBuilder()
                .setApiKey(key)
                .withApiUrl(server.address() + "/api/v1/")
                .build();
    }
}
