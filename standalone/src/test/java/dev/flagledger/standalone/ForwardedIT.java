package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a proxy says about a client is believed if the operator says that there is a proxy, and not otherwise. */
class ForwardedIT {

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void behindAProxyTheClientIsWhomTheProxyNames() {
        try (var server = start("SERVER_FORWARD_HEADERS_STRATEGY", "native")) {
            var shop = shop(server.awaitReady());

            assertThat(addresses()).containsOnly("203.0.113.9");
            assertThat(nextPage(shop, shop.ana())).startsWith("https://localhost/api/v1/projects/");
            assertThat(nextPage(shop, shop.ana().with("X-Forwarded-Port", "8443")))
                    .startsWith("https://localhost:8443/api/v1/projects/");
        }
    }

    @Test
    void withoutAProxyNobodySaysWhereHeComesFrom() {
        try (var server = start("FLAGLEDGER_NODE_ID", "unproxied")) {
            var address = server.awaitReady();
            var shop = shop(address);

            assertThat(addresses())
                    .containsAnyOf("127.0.0.1", "0:0:0:0:0:0:0:1")
                    .doesNotContain("203.0.113.9");
            assertThat(nextPage(shop, shop.ana())).startsWith(address + "/api/v1/projects/");
        }
    }

    private ServerProcess start(String variable, String value) {
        return ServerProcess.start(
                Map.of("FLAGLEDGER_DATABASE_URL", database.url(), variable, value), List.of("--port", "0"));
    }

    private static Shop shop(URI server) {
        var shop = Shop.of(Api.of(server).with("X-Forwarded-For", "203.0.113.9").with("X-Forwarded-Proto", "https"));
        shop.feature(Map.of("name", "basket"));
        shop.feature(Map.of("name", "checkout"));
        return shop;
    }

    private static String nextPage(Shop shop, Api caller) {
        return caller.get(shop.features() + "?page_size=1").ok().get("next").asString();
    }

    private List<String> addresses() {
        return JdbcClient.create(database.dataSource())
                .sql("select distinct convert_from(entry, 'utf8')::json ->> 'address' from ledger.event")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
