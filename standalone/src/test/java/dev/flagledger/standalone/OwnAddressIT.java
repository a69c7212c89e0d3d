package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A server that was told its address names that one, and not the one of a request. */
class OwnAddressIT {

    private static final String URL = "https://flags.example.test";
    private static final TestServer SERVER = TestServer.start(Map.of("flagledger.server.url", URL));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void directoriesAreGivenIt() {
        var shop = Shop.in(SERVER);
        var path = "organisations/" + shop.organisation() + "/";
        var directory = Directory.connected(SERVER, shop.ana(), path);
        assertThat(shop.ana().get(path + "scim/").ok().get("base_url").asString())
                .isEqualTo(URL + "/api/v1/scim/v2/");

        var user = directory
                .post("scim/v2/Users", Directory.oktaUser(UUID.randomUUID() + "@example.test"))
                .ok();

        var location = URL + "/api/v1/scim/v2/Users/" + user.get("id").asString();
        assertThat(user.get("meta").get("location").asString()).isEqualTo(location);
        assertThat(directory
                        .get("scim/v2/Users/" + user.get("id").asString())
                        .ok()
                        .get("meta")
                        .get("location")
                        .asString())
                .isEqualTo(location);
    }

    @Test
    void providersOfHealthAreGivenIt() {
        var shop = Shop.in(SERVER);

        var provider = shop.ana()
                .post("projects/" + shop.project() + "/feature-health/providers/", Map.of("name", "Webhook"))
                .ok();

        assertThat(provider.get("webhook_url").asString()).startsWith(URL + "/api/v1/feature-health/");
    }
}
