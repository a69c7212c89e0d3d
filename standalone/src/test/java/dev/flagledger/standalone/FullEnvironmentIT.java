package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.engine.state.project.Limits;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The limit of segment overrides in an environment. */
class FullEnvironmentIT {

    private static final int SEGMENTS = 200;

    @Test
    void anOverrideBeyondTheLimitIsRejected() {
        try (var server = TestServer.start()) {
            var shop = Shop.in(server);
            var segments = Segments.of(server, shop);
            var each = IntStream.range(0, SEGMENTS)
                    .mapToObj(number -> segments.named("segment " + number))
                    .toList();
            for (int made = 0; made < Limits.SEGMENT_OVERRIDES; made += SEGMENTS) {
                int crowded = shop.feature(Map.of("name", "crowded_" + made));
                each.forEach(segment -> segments.placed(crowded, segment));
            }
            int feature = shop.feature(Map.of("name", "one_too_many"));
            int last = each.getLast();
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
