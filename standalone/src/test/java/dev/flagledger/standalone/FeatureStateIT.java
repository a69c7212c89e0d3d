package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Feature states are read as administrators wrote them. */
class FeatureStateIT {

    private static final TestServer SERVER = TestServer.shared();

    @Test
    void aFeatureStateIsReadAsItWasWritten() {
        var shop = Shop.in(SERVER);
        int feature = shop.feature(Map.of("name", "basket_v2"));
        var path = shop.stateOf(feature);

        var put = shop.ana()
                .put(path, Map.of("enabled", true, "feature_state_value", "  x "))
                .ok();

        assertThat(shop.ana().get(path).ok()).isEqualTo(put);
        assertThat(put.get("feature_state_value").asString()).isEqualTo("x");
        assertThat(shop.ana().patch(path, Map.of("enabled", false)).text())
                .isEqualTo("{\"feature\":" + feature + ",\"enabled\":false}");
        assertThat(shop.ana()
                        .get("environments/" + shop.key() + "/featurestates/999999/")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aFloatingPointNumberIsStoredAsPythonPrintsIt() {
        var shop = Shop.in(SERVER);
        var path = shop.stateOf(shop.feature(Map.of("name", "rate")));

        assertThat(kept(shop, path, 1e20)).isEqualTo("1e+20");
        assertThat(kept(shop, path, 0.00001)).isEqualTo("1e-05");
        assertThat(kept(shop, path, 1.5)).isEqualTo("1.5");
    }

    private static String kept(Shop shop, String path, double value) {
        return shop.ana()
                .put(path, Map.of("feature_state_value", value))
                .ok()
                .get("feature_state_value")
                .asString();
    }

    @Test
    void anOlderFeatureHasAStateInANewEnvironment() {
        var other = Shop.in(SERVER);
        other.feature(Map.of("name", "early", "default_enabled", true));

        var key = other.ana()
                .post("environments/", Map.of("name", "Later", "project", other.project()))
                .ok()
                .get("api_key")
                .asString();

        var flags = SERVER.api().with("X-Environment-Key", key).get("flags/").ok();
        assertThat(flags.get(0).get("enabled").asBoolean()).isTrue();
    }
}
