package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.InstallationSecret;
import dev.flagledger.ledger.subject.SealedText;
import dev.flagledger.ledger.subject.SubjectKeys;
import dev.flagledger.ledger.subject.TextLocation;
import dev.flagledger.testing.TestDatabase;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Headers of a proxy about the client are trusted only if a proxy is configured. */
class ForwardedIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestDatabase database = TestDatabase.fresh().migrated();

    @Test
    void aConfiguredProxysHeadersAreTrusted() {
        try (var server = TestServer.on(database, Map.of("server.forward-headers-strategy", "native"))) {
            var shop = shop(server.address());

            assertThat(addresses()).containsOnly("203.0.113.9");
            shop.ana().with("X-Forwarded-For", "2001:db8::9").post(shop.features(), Map.of("name", "search"));
            assertThat(addresses()).containsOnly("203.0.113.9", "2001:db8:0:0:0:0:0:9");
            assertThat(nextPage(shop, shop.ana())).startsWith("https://localhost/api/v1/projects/");
            assertThat(nextPage(shop, shop.ana().with("X-Forwarded-Port", "8443")))
                    .startsWith("https://localhost:8443/api/v1/projects/");
        }
    }

    @Test
    void withoutAProxyTheHeadersAreIgnored() {
        try (var server = TestServer.on(database)) {
            var address = server.address();
            var shop = shop(address);

            assertThat(addresses())
                    .containsAnyOf("127.0.0.1", "0:0:0:0:0:0:0:1")
                    .doesNotContain("203.0.113.9");
            assertThat(nextPage(shop, shop.ana())).startsWith(address + "/api/v1/projects/");
        }
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
        var jdbc = JdbcClient.create(database.dataSource());
        var keys = new SubjectKeys(jdbc, new InstallationKey(jdbc, new InstallationSecret(jdbc, ""), ""));
        return jdbc
                .sql("select convert_from(entry, 'utf8') from ledger.event")
                .query((row, _) -> JSON.readTree(row.getString(1)))
                .list()
                .stream()
                .map(entry -> address(entry, keys))
                .distinct()
                .toList();
    }

    private static String address(JsonNode entry, SubjectKeys keys) {
        var address = entry.get("address");
        return address.isObject()
                ? keys.open(
                        new SealedText(
                                address.get("of").asString(),
                                address.get("sealed").asString()),
                        new TextLocation(entry.get("id").asString(), "/address"))
                : address.asString();
    }
}
