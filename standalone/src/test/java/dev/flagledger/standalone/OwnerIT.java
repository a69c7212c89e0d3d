package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Owners of features. */
class OwnerIT {

    private static final String OWNERLESS =
            "[\"This project requires at least one owner or group owner per feature.\"]";

    private static final TestServer SERVER = TestServer.shared();
    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
    }

    @Test
    void ownersAreAddedAndRemoved() {
        int id = shop.feature(Map.of("name", "owned"));
        int ana = shop.ana().get("auth/users/me/").ok().get("id").asInt();

        var none = shop.ana()
                .post(feature(id) + "remove-owners/", Map.of("user_ids", List.of(ana)))
                .ok();
        assertThat(none.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "created_date",
                        "description",
                        "initial_value",
                        "default_enabled",
                        "type",
                        "owners",
                        "group_owners",
                        "is_server_key_only");
        assertThat(none.get("owners")).isEmpty();
        var again = shop.ana()
                .post(feature(id) + "add-owners/", Map.of("user_ids", List.of(ana, ana)))
                .ok();
        assertThat(again.get("owners")).hasSize(1);
        assertThat(shop.ana()
                        .post(feature(id) + "add-group-owners/", Map.of("group_ids", List.of()))
                        .ok()
                        .get("group_owners"))
                .isEmpty();
        assertThat(shop.ana()
                        .post(feature(id) + "remove-group-owners/", Map.of("group_ids", List.of(3)))
                        .ok()
                        .get("group_owners"))
                .isEmpty();
    }

    @Test
    void theLastOwnerCannotBeRemovedWhereOneIsRequired() {
        shop.ana()
                .patch("projects/" + shop.project() + "/", Map.of("enforce_feature_owners", true))
                .ok();
        int ana = shop.ana().get("auth/users/me/").ok().get("id").asInt();

        var ownerless = shop.ana().post(shop.features(), Map.of("name", "x", "owners", List.of()));
        assertThat(ownerless.text())
                .isEqualTo("{\"non_field_errors\":[\"This project requires at least one owner or group owner"
                        + " when creating a feature.\"]}");
        int id = shop.feature(Map.of("name", "x", "owners", List.of(ana)));
        assertThat(shop.ana()
                        .post(feature(id) + "remove-owners/", Map.of("user_ids", List.of(ana)))
                        .text())
                .isEqualTo(OWNERLESS);
        assertThat(shop.ana().get(feature(id)).ok().get("owners")).hasSize(1);
    }

    private String feature(int id) {
        return shop.features() + id + "/";
    }
}
