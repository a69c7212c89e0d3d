package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Many concurrent requests share a pool of two connections. A request that needed a second connection while holding one would wait
 * for others that do the same, until the pool's timeout.
 */
class PoolOfTwoIT {

    private static final int FREE = 2;
    /** Each of the three signals between nodes uses one connection to listen and one to send; commits are made durable on a seventh. */
    private static final int KEPT = 7;

    private static final int CLIENTS = 12;
    private static final int ROUNDS = 5;

    @Test
    void noRequestNeedsASecondConnection() throws Exception {
        var size = Integer.toString(FREE + KEPT);
        try (var server = TestServer.start(Map.of("spring.datasource.hikari.maximum-pool-size", size));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var shop = Shop.in(server);
            var feature = shop.feature(Map.of("name", "basket"));
            var clients = new ArrayList<Future<List<Integer>>>();
            for (int client = 0; client < CLIENTS; client++) {
                var name = "c" + client;
                clients.add(threads.submit(() -> statuses(shop, feature, name)));
            }

            for (var client : clients) {
                assertThat(client.get()).allMatch(status -> status < 500);
            }
        }
    }

    private static List<Integer> statuses(Shop shop, int feature, String name) {
        var statuses = new ArrayList<Integer>();
        for (int round = 0; round < ROUNDS; round++) {
            var one = name + "-" + round;
            var traits = List.of(Map.of("trait_key", "plan", "trait_value", one));
            statuses.add(shop.application()
                    .post("identities/", Map.of("identifier", one, "traits", traits))
                    .status());
            statuses.add(shop.application().get("identities/?identifier=" + one).status());
            statuses.add(shop.ana().post(shop.features(), Map.of("name", one)).status());
            statuses.add(shop.ana()
                    .patch(shop.stateOf(feature), Map.of("enabled", round % 2 == 0))
                    .status());
            statuses.add(shop.ana()
                    .post(shop.webhooks(), Map.of("url", "http://127.0.0.1:9/"))
                    .status());
            var keys = "environments/" + shop.key() + "/api-keys/";
            statuses.add(shop.ana().post(keys, Map.of("name", one)).status());
            statuses.add(shop.ana().get(keys).status());
            statuses.add(shop.ana()
                    .get("environments/" + shop.key() + "/identities/?q=" + name)
                    .status());
            var export = Map.of("environment_id", shop.environment(), "tag_ids", List.of());
            statuses.add(
                    shop.ana().post("features/create-feature-export/", export).status());
            statuses.add(shop.ana().get(shop.audit()).status());
        }
        return statuses;
    }
}
