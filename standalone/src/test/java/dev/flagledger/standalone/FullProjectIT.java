package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The limit of features in a project, with concurrent requests. */
class FullProjectIT {

    private static final int LIMIT = 1_000;
    private static final int FEW = 10;
    private static final String FEATURE = """
            {"name":"fNUMBER","default_enabled":false,"is_server_key_only":false,"initial_value":null,"value":null,
            "type":"unicode","enabled":true,"multivariate":[]}""";

    @Test
    void oneOfTwoConcurrentLastFeaturesIsCreated() {
        try (var server = TestServer.start()) {
            var shop = Shop.in(server);
            fill(shop);

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

    /** Up to the last feature but one, of which all but a few are imported. */
    private static void fill(Shop shop) {
        var file = IntStream.range(FEW, LIMIT)
                .mapToObj(n -> FEATURE.replace("NUMBER", Integer.toString(n)))
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(new Transfer(shop.ana())
                        .take(shop.environment(), "SKIP", file)
                        .ok()
                        .get("status")
                        .asString())
                .isEqualTo("SUCCESS");
        IntStream.range(1, FEW).forEach(n -> shop.feature(Map.of("name", "f" + n)));
    }
}
