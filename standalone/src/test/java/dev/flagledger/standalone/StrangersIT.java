package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests about objects that do not exist or belong to others. */
class StrangersIT {

    private static final TestServer SERVER = TestServer.shared();
    private static Shop shop;

    @BeforeAll
    static void start() {
        shop = Shop.in(SERVER);
    }

    @Test
    void contentOfAnUnknownEnvironmentIsForbidden() {
        assertThat(shop.ana().get("environments/nope/").status()).isEqualTo(404);
        assertThat(shop.ana().get("environments/nope/featurestates/").status()).isEqualTo(403);
    }

    @Test
    void listsOfOtherUsersAreEmpty() {
        var stranger = SERVER.api().newUser();

        assertThat(stranger.get("organisations/").ok().get("count").asInt()).isZero();
        assertThat(stranger.get("projects/").ok()).isEmpty();
        assertThat(stranger.get("environments/?project=" + shop.project())
                        .ok()
                        .get("count")
                        .asInt())
                .isZero();
    }
}
