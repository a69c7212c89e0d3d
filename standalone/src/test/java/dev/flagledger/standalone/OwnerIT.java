package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
    }

    @Test
    void groupsAreAddedAndRemovedUntilTheyAreDeleted() {
        int ops = group("Ops");
        int web = group("Web");
        int id = shop.ana()
                .post(shop.features(), Map.of("name", "owned", "group_owners", List.of(ops)))
                .ok()
                .get("id")
                .asInt();

        assertThat(groupOwners(id)).isEqualTo("[{\"id\":%d,\"name\":\"Ops\"}]".formatted(ops));
        assertThat(ask(id, "add-group-owners/", ops, web))
                .isEqualTo("[{\"id\":%d,\"name\":\"Ops\"},{\"id\":%d,\"name\":\"Web\"}]".formatted(ops, web));
        assertThat(ask(id, "remove-group-owners/", ops, 999_999))
                .isEqualTo("[{\"id\":%d,\"name\":\"Web\"}]".formatted(web));
        assertThat(shop.ana()
                        .get(shop.features() + "?group_owners=" + web)
                        .ok()
                        .get("count")
                        .asInt())
                .isEqualTo(1);
        shop.ana().delete(groups() + web + "/");
        assertThat(groupOwners(id)).isEqualTo("[]");
        assertThat(shop.ana()
                        .get(shop.features() + "?group_owners=" + web)
                        .ok()
                        .get("count")
                        .asInt())
                .isZero();
    }

    @Test
    void aGroupOfAnotherOrganisationOwnsNothing() {
        var other = Shop.in(SERVER);
        int theirs = group(other, "Ops");
        int id = shop.feature(Map.of("name", "owned"));

        assertThat(shop.ana()
                        .post(feature(id) + "add-group-owners/", Map.of("group_ids", List.of(theirs)))
                        .text())
                .isEqualTo("[\"Some groups not found\"]");
        assertThat(shop.ana()
                        .post(shop.features(), Map.of("name", "x", "group_owners", List.of(theirs)))
                        .text())
                .isEqualTo("{\"group_owners\":[\"Groups with ids [%d] do not belong to this project's organisation.\"]}"
                        .formatted(theirs));
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

    private String ask(int feature, String route, int... groups) {
        return shop.ana()
                .post(
                        feature(feature) + route,
                        Map.of("group_ids", IntStream.of(groups).boxed().toList()))
                .ok()
                .get("group_owners")
                .toString();
    }

    private String groupOwners(int feature) {
        return shop.ana().get(feature(feature)).ok().get("group_owners").toString();
    }

    private int group(String name) {
        return group(shop, name);
    }

    private static int group(Shop shop, String name) {
        return shop.ana()
                .post("organisations/" + shop.organisation() + "/groups/", Map.of("name", name))
                .ok()
                .get("id")
                .asInt();
    }

    private String groups() {
        return "organisations/" + shop.organisation() + "/groups/";
    }

    private String feature(int id) {
        return shop.features() + id + "/";
    }
}
