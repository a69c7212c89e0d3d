package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Roles, and what members and API keys may do by them. */
class RoleIT {

    private static final TestServer SERVER = TestServer.shared();
    private static Shop shop;

    @BeforeAll
    static void start() {
        shop = Shop.in(SERVER);
    }

    @Test
    void aRoleIsCreatedChangedAndDeleted() {
        var role = role("Deployers");
        var path = roles() + role + "/";

        assertThat(shop.ana().get(path).text())
                .isEqualTo("{\"id\":" + role + ",\"name\":\"Deployers\",\"description\":null,\"organisation\":"
                        + shop.organisation() + ",\"tags\":[]}");
        assertThat(shop.ana()
                        .patch(path, Map.of("description", "who deploy"))
                        .ok()
                        .get("name")
                        .asString())
                .isEqualTo("Deployers");
        assertThat(shop.ana()
                        .put(path, Map.of("name", "Ops"))
                        .ok()
                        .get("description")
                        .asString())
                .isEqualTo("who deploy");
        assertThat(shop.ana().delete(path).status()).isEqualTo(204);
        assertThat(shop.ana().get(path).text()).isEqualTo("{\"detail\":\"No Role matches the given query.\"}");
    }

    @Test
    void permissionsAreShownAsTheyWereGranted() {
        var path = roles() + role("Viewers") + "/";

        var onOrganisation =
                shop.ana().post(path + "organisation-permissions/", Map.of("permissions", List.of("CREATE_PROJECT")));
        assertThat(onOrganisation.status()).isEqualTo(201);
        assertThat(onOrganisation.json().get("permissions").toString()).isEqualTo("[\"CREATE_PROJECT\"]");
        assertThat(onOrganisation.json().has("admin")).isFalse();

        var onProject = shop.ana()
                .post(
                        path + "projects-permissions/",
                        Map.of(
                                "project",
                                shop.project(),
                                "permissions",
                                List.of(Map.of("permission_key", "VIEW_PROJECT"))))
                .ok();
        assertThat(onProject.get("permissions").toString())
                .isEqualTo("[{\"permission_key\":\"VIEW_PROJECT\",\"tags\":[]}]");
        var page = shop.ana().get(path + "projects-permissions/?project=" + shop.project());
        assertThat(page.ok().get("results").get(0)).isEqualTo(onProject);
        assertThat(shop.ana()
                        .get(path + "projects-permissions/?project=0")
                        .ok()
                        .get("count")
                        .asInt())
                .isZero();
        assertThat(shop.ana()
                        .post(
                                path + "projects-permissions/",
                                Map.of("project", shop.project(), "permissions", List.of()))
                        .text())
                .isEqualTo("{\"non_field_errors\":[\"The role has permissions on this object already.\"]}");
        var changed = path + "projects-permissions/" + onProject.get("id").asInt() + "/";
        assertThat(shop.ana()
                        .put(changed, Map.of("permissions", List.of(), "admin", true))
                        .ok()
                        .get("admin")
                        .asBoolean())
                .isTrue();
        assertThat(shop.ana().delete(changed).status()).isEqualTo(204);
        assertThat(shop.ana().put(changed, Map.of("permissions", List.of())).status())
                .isEqualTo(404);
    }

    @Test
    void aMemberMayWhatItsRoleGrantsUntilItIsTaken() {
        var member = Member.of(SERVER, shop.organisation());
        int id = Member.id(member);
        var path = roles() + role("Readers") + "/";
        shop.ana()
                .post(
                        path + "projects-permissions/",
                        Map.of("project", shop.project(), "permissions", List.of("VIEW_PROJECT")));
        var project = "projects/" + shop.project() + "/";
        assertThat(member.get(project).status()).isEqualTo(404);

        var holding = shop.ana().post(path + "users/", Map.of("user", id)).ok();
        assertThat(member.get(project).status()).isEqualTo(200);
        var held = shop.ana()
                .get("organisations/" + shop.organisation() + "/users/" + id + "/roles/")
                .ok();
        assertThat(held.get("count").asInt()).isOne();
        assertThat(shop.ana().post(path + "users/", Map.of("user", id)).text())
                .isEqualTo("{\"non_field_errors\":[\"The role is held already.\"]}");

        shop.ana().delete(path + "users/" + holding.get("id").asInt() + "/");
        assertThat(member.get(project).status()).isEqualTo(404);
    }

    @Test
    void aKeyThatIsNotAnAdminsHasWhatItsRolesGive() {
        var keys = "organisations/" + shop.organisation() + "/master-api-keys/";
        var made =
                shop.ana().post(keys, Map.of("name", "ci", "is_admin", false)).ok();
        var program =
                SERVER.api().with("Authorization", "Api-Key " + made.get("key").asString());
        var project = "projects/" + shop.project() + "/";
        assertThat(made.get("is_admin").asBoolean()).isFalse();
        assertThat(program.get(project).status()).isEqualTo(404);
        assertThat(program.get("projects/").ok()).isEmpty();

        var role = role("Pipelines");
        shop.ana()
                .post(
                        roles() + role + "/projects-permissions/",
                        Map.of("project", shop.project(), "permissions", List.of("VIEW_PROJECT")));
        var holding = shop.ana()
                .post(
                        roles() + role + "/master-api-keys/",
                        Map.of("master_api_key", made.get("id").asString()))
                .ok();
        assertThat(holding.get("role_name").asString()).isEqualTo("Pipelines");
        assertThat(program.get(project).status()).isEqualTo(200);
        assertThat(program.delete(project).status()).isEqualTo(403);
        assertThat(program.get(roles()).status()).isEqualTo(403);

        var key = keys + made.get("prefix").asString() + "/";
        assertThat(shop.ana()
                        .patch(key, Map.of("is_admin", true))
                        .ok()
                        .get("is_admin")
                        .asBoolean())
                .isTrue();
        assertThat(program.get(roles()).status()).isEqualTo(200);
        assertThat(shop.ana().get(key + "roles/").ok().get("count").asInt()).isZero();
        assertThat(shop.ana()
                        .post(
                                roles() + role + "/master-api-keys/",
                                Map.of("master_api_key", made.get("id").asString()))
                        .text())
                .isEqualTo("{\"master_api_key\":[\"The key of an admin has all permissions and holds no roles.\"]}");
    }

    @Test
    void aRoleNamesObjectsOfItsOrganisationOnly() {
        var other = Shop.in(SERVER);
        var path = roles() + role("Strangers") + "/";

        assertThat(shop.ana()
                        .post(
                                path + "projects-permissions/",
                                Map.of("project", other.project(), "permissions", List.of()))
                        .text())
                .contains("object does not exist");
        assertThat(shop.ana()
                        .post(path + "users/", Map.of("user", Member.id(other.ana())))
                        .text())
                .contains("object does not exist");
        assertThat(other.ana().get(path).status()).isEqualTo(403);
    }

    private static String roles() {
        return "organisations/" + shop.organisation() + "/roles/";
    }

    private static int role(String name) {
        return shop.ana().post(roles(), Map.of("name", name)).ok().get("id").asInt();
    }
}
