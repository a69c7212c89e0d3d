package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The limit of features in a project, with concurrent requests. */
class FullProjectIT {

    private static final int LIMIT = 1_000;

    @Test
    void oneOfTwoConcurrentLastFeaturesIsCreated() {
        try (var server = TestServer.start()) {
            var shop = Shop.in(server);
            IntStream.range(1, LIMIT).forEach(n -> shop.feature(Map.of("name", "f" + n)));

            var both = Stream.of("one", "other")
                    .map(name ->
                            CompletableFuture.supplyAsync(() -> shop.ana().post(shop.features(), Map.of("name", name))))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(both).extracting(Api.Answer::status).containsExactlyInAnyOrder(201, 400);
            assertThat(shop.ana().post(shop.features(), Map.of("name", "late")).text())
                    .isEqualTo("{\"project\":\"The Project has reached the maximum allowed features limit.\"}");
            var first = shop.ana()
                    .get(shop.features() + "?environment=" + shop.environment())
                    .ok();
            assertThat(first.get("count").asInt()).isEqualTo(LIMIT);
            assertThat(first.get("results")).hasSize(999);
            var second = shop.ana().get(first.get("next").asString()).ok();
            assertThat(second.get("results")).hasSize(1);

            int last = second.get("results").get(0).get("id").asInt();
            assertThat(shop.ana().delete(shop.features() + last + "/").status()).isEqualTo(204);
            shop.feature(Map.of("name", "late"));
        }
    }
}
