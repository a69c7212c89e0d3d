package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A deleted organisation: its keys are rejected, and its names are free. */
class OrganisationDeletionIT {

    private static final TestServer SERVER = TestServer.shared();

    @Test
    void keysAreRejectedAndNamesAreFreeAfterwards() {
        var shop = Shop.in(SERVER);
        var path = "organisations/" + shop.organisation() + "/";
        var key = shop.ana().post(path + "master-api-keys/", Map.of("name", "terraform"));
        var program = SERVER.api()
                .with("Authorization", "Api-Key " + key.ok().get("key").asString());
        var backend = shop.backend();
        assertThat(program.get("projects/").status()).isEqualTo(200);

        assertThat(shop.ana().delete(path).status()).isEqualTo(204);

        assertThat(program.get("projects/").status()).isEqualTo(401);
        assertThat(backend.get("flags/").status()).isEqualTo(403);
        assertThat(shop.application().get("flags/").status()).isEqualTo(403);
        assertThat(shop.ana().get(path).status()).isEqualTo(403);
        assertThat(shop.ana().delete(path).status()).isEqualTo(403);
        assertThat(shop.ana().get("organisations/").ok().get("count").asInt()).isZero();
        var other = Shop.in(SERVER);
        assertThat(other.ana()
                        .patch("environments/" + other.key() + "/", Map.of("api_key", shop.key()))
                        .ok()
                        .get("api_key")
                        .asString())
                .isEqualTo(shop.key());
    }

    @Test
    void membersKeepTheirAccountsAndOtherOrganisations() {
        var shop = Shop.in(SERVER);
        int other = shop.ana()
                .post("organisations/", Map.of("name", "Other"))
                .ok()
                .get("id")
                .asInt();

        assertThat(shop.ana()
                        .delete("organisations/" + shop.organisation() + "/")
                        .status())
                .isEqualTo(204);

        assertThat(shop.ana().get("auth/users/me/").status()).isEqualTo(200);
        assertThat(shop.ana().get("organisations/" + other + "/").status()).isEqualTo(200);
    }
}
