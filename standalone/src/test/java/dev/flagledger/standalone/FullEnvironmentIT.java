package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.engine.state.Limits;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An environment with as many overrides as there may be: section 13 of the second part of the admin contract. */
class FullEnvironmentIT {

    @Test
    void oneOverrideMoreIsRefused() {
        try (var server = TestServer.start()) {
            var shop = Shop.in(server);
            var segments = Segments.of(server, shop);
            int feature = shop.feature(Map.of("name", "crowded"));
            for (int made = 0; made < Limits.SEGMENT_OVERRIDES; made++) {
                segments.placed(feature, segments.named("segment " + made));
            }
            int last = segments.named("one too many");
            var full = "The environment has reached the maximum allowed segments overrides limit.";

            var override = Map.of("feature_segment", Map.of("segment", last), "feature_state_value", Map.of());
            assertThat(shop.ana().post(segments.path(feature), override).text())
                    .isEqualTo("{\"environment\":\"" + full + "\"}");
            var place = Map.of("feature", feature, "segment", last, "environment", shop.environment());
            assertThat(shop.ana().post("features/feature-segments/", place).text())
                    .isEqualTo("{\"environment\":[\"" + full + "\"]}");
        }
    }
}
