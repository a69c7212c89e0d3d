package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What somebody sees of what is not theirs, or not there. */
class StrangersIT {

    private static TestServer server;
    private static Shop shop;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        shop = Shop.in(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatLiesInAnUnknownEnvironmentIsForbidden() {
        assertThat(shop.ana().get("environments/nope/").status()).isEqualTo(404);
        assertThat(shop.ana().get("environments/nope/featurestates/").status()).isEqualTo(403);
    }

    @Test
    void strangersListsAreEmpty() {
        var stranger = server.api().newUser();

        assertThat(stranger.get("organisations/").ok().get("count").asInt()).isZero();
        assertThat(stranger.get("projects/").ok()).isEmpty();
        assertThat(stranger.get("environments/?project=" + shop.project())
                        .ok()
                        .get("count")
                        .asInt())
                .isZero();
    }
}
