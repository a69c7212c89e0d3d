package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Groups by HTTP: who sees and changes them, and what their members may do. */
class GroupsIT {

    private static final TestServer SERVER = TestServer.shared();
    private static Shop shop;
    private static Api bo;
    private static String groups;

    @BeforeAll
    static void start() {
        shop = Shop.in(SERVER);
        bo = Member.of(SERVER, shop.organisation());
        groups = "organisations/" + shop.organisation() + "/groups/";
    }

    @Test
    void aGroupIsCreatedChangedAndDeleted() {
        var created = shop.ana()
                .post(groups, Map.of("name", " Ops ", "external_id", ""))
                .ok();
        var path = groups + created.get("id").asInt() + "/";

        assertThat(created.get("name").asString()).isEqualTo("Ops");
        assertThat(created.get("users")).isEmpty();
        assertThat(created.get("external_id").isNull()).isTrue();
        var changed = shop.ana()
                .patch(path, Map.of("is_default", true, "external_id", "ops"))
                .ok();
        assertThat(changed.get("is_default").asBoolean()).isTrue();
        assertThat(changed.get("name").asString()).isEqualTo("Ops");
        assertThat(shop.ana()
                        .post(groups, Map.of("name", "Others", "external_id", "ops"))
                        .text())
                .isEqualTo("{\"non_field_errors\":[\"The fields organisation, external_id must make a unique set.\"]}");
        assertThat(shop.ana().post(groups, Map.of("name", "x".repeat(201))).status())
                .isEqualTo(400);
        assertThat(shop.ana().delete(path).status()).isEqualTo(204);
        assertThat(shop.ana().get(path).text())
                .isEqualTo("{\"detail\":\"No UserPermissionGroup matches the given query.\"}");
    }

    @Test
    void membersOfAGroupHoldWhatItIsGrantedUntilTheyLeave() {
        var group = group("Viewers");
        var project = "projects/" + shop.project() + "/";
        shop.ana()
                .post(
                        project + "user-group-permissions/",
                        Map.of("group", group, "permissions", List.of("VIEW_PROJECT")))
                .ok();
        assertThat(bo.get(project).status()).isEqualTo(404);

        var joined = members(group, "add-users").ok();

        assertThat(joined.get("users").get(0).get("group_admin").asBoolean()).isFalse();
        assertThat(bo.get(project).status()).isEqualTo(200);
        assertThat(bo.get("projects/").ok()).hasSize(1);
        assertThat(bo.get(project + "user-detailed-permissions/" + Member.id(bo) + "/")
                        .text())
                .contains("\"permission_key\":\"VIEW_PROJECT\",\"is_directly_granted\":false,"
                        + "\"derived_from\":{\"groups\":[{\"id\":" + group + ",\"name\":\"Viewers\"}],\"roles\":[]}");
        assertThat(bo.get(groups + "my-groups/").text()).contains("\"name\":\"Viewers\"");
        members(group, "remove-users").ok();
        assertThat(bo.get(project).status()).isEqualTo(404);
        assertThat(bo.get("projects/").ok()).isEmpty();
    }

    @Test
    void aDeletedGroupGrantsNothing() {
        var group = group("Temporary");
        var project = "projects/" + shop.project() + "/";
        shop.ana()
                .post(project + "user-group-permissions/", Map.of("group", group, "admin", true))
                .ok();
        members(group, "add-users").ok();
        assertThat(bo.get(project).status()).isEqualTo(200);

        assertThat(shop.ana().delete(groups + group + "/").status()).isEqualTo(204);

        assertThat(bo.get(project).status()).isEqualTo(404);
        assertThat(shop.ana().get(project + "user-group-permissions/").text()).doesNotContain("Temporary");
    }

    @Test
    void adminsOfAGroupManageItButNotThemselves() {
        var group = group("Led");
        var path = groups + group + "/";
        assertThat(bo.get(path).status()).isEqualTo(404);
        members(group, "add-users").ok();
        var promoted = shop.ana().send("POST", path + "users/" + Member.id(bo) + "/make-admin", "");
        assertThat(promoted.status()).isEqualTo(200);
        assertThat(promoted.text()).isEmpty();

        assertThat(bo.get(path).ok().get("users").get(0).get("group_admin").asBoolean())
                .isTrue();
        assertThat(bo.get(groups).ok().get("count").asInt()).isEqualTo(1);
        assertThat(bo.patch(path, Map.of("name", "Led well")).status()).isEqualTo(200);
        assertThat(bo.patch(path, Map.of("external_id", "employees")).status()).isEqualTo(403);
        assertThat(bo.patch(path, Map.of("is_default", true)).status()).isEqualTo(403);
        var own = Map.of("user_ids", List.of(Member.id(bo)));
        assertThat(bo.post(path + "add-users/", own).text())
                .isEqualTo("{\"detail\":\"Non-admin users cannot add themselves to a group.\"}");
        assertThat(bo.post(path + "remove-users/", own).status()).isEqualTo(403);
        assertThat(bo.post(groups, Map.of("name", "Mine")).status()).isEqualTo(403);
        assertThat(bo.send("POST", path + "users/" + Member.id(bo) + "/remove-admin", "")
                        .status())
                .isEqualTo(403);
        members(group, "remove-users").ok();
        assertThat(bo.get(path).status()).isEqualTo(404);
    }

    @Test
    void onlyMembersOfTheOrganisationAreAdded() {
        var path = groups + group("Strict") + "/add-users/";
        int stranger = Member.id(SERVER.api().newUser());

        assertThat(shop.ana().post(path, Map.of()).text()).isEqualTo("{\"user_ids\":[\"This field is required.\"]}");
        assertThat(shop.ana().post(path, Map.of("user_ids", List.of(stranger))).text())
                .isEqualTo("{\"detail\":\"Users  do not exist in this organisation\"}");
        var mixed = shop.ana().post(path, Map.of("user_ids", List.of(stranger, Member.id(bo))));
        assertThat(mixed.status()).isEqualTo(400);
        assertThat(mixed.text()).contains(Integer.toString(stranger));
    }

    private static int group(String name) {
        return shop.ana().post(groups, Map.of("name", name)).ok().get("id").asInt();
    }

    private static Api.Answer members(int group, String action) {
        return shop.ana().post(groups + group + "/" + action + "/", Map.of("user_ids", List.of(Member.id(bo))));
    }
}
