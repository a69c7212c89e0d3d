package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Permissions granted by HTTP, and what they allow. */
class GrantsIT {

    private static final TestServer SERVER = TestServer.shared();
    private static Shop shop;
    private Api bo;
    private int user;

    @BeforeAll
    static void start() {
        shop = Shop.in(SERVER);
    }

    @BeforeEach
    void join() {
        bo = Member.of(SERVER, shop.organisation());
        user = Member.id(bo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"projects/PROJECT/user-permissions/", "environments/KEY/user-permissions/"})
    void aGrantIsMadeReadChangedAndWithdrawn(String template) {
        var path = template.replace("PROJECT", Integer.toString(shop.project())).replace("KEY", shop.key());
        var made = shop.ana()
                .post(path, Map.of("user", user, "permissions", List.of("CREATE_FEATURE", "VIEW_PROJECT")))
                .ok();
        var own = path + made.get("id").asInt() + "/";

        assertThat(shop.ana().get(own).text())
                .isEqualTo("{\"id\":" + made.get("id") + ",\"permissions\":[\"VIEW_PROJECT\",\"CREATE_FEATURE\"],"
                        + "\"admin\":false,\"user\":" + user + "}");
        assertThat(shop.ana().get(path).ok())
                .anySatisfy(row -> assertThat(row.get("user").get("id").asInt()).isEqualTo(user));
        assertThat(shop.ana().patch(own, Map.of("admin", true)).ok().get("permissions"))
                .hasSize(2);
        var replaced = shop.ana().put(own, Map.of("user", user)).ok();
        assertThat(replaced.get("permissions")).isEmpty();
        assertThat(replaced.get("admin").asBoolean()).isTrue();
        assertThat(shop.ana().delete(own).status()).isEqualTo(204);
        assertThat(shop.ana().get(own).status()).isEqualTo(404);
    }

    @Test
    void wrongGrantsAreRefused() {
        var path = "projects/" + shop.project() + "/user-permissions/";
        int stranger = Member.id(SERVER.api().newUser());

        assertThat(shop.ana()
                        .post(path, Map.of("user", user, "permissions", List.of("FOO")))
                        .text())
                .isEqualTo("{\"permissions\":[\"Invalid pk \\\"FOO\\\" - object does not exist.\"]}");
        assertThat(shop.ana().post(path, Map.of()).text()).isEqualTo("{\"user\":[\"This field is required.\"]}");
        assertThat(shop.ana().post(path, Map.of("user", stranger)).text())
                .isEqualTo("{\"user\":[\"Invalid pk \\\"" + stranger + "\\\" - object does not exist.\"]}");
        Grants.of(shop.ana(), "projects/" + shop.project(), user, "VIEW_PROJECT");
        assertThat(shop.ana().post(path, Map.of("user", user)).text())
                .isEqualTo("{\"non_field_errors\":[\"The fields user, project must make a unique set.\"]}");
    }

    @Test
    void grantsOnOrganisationsHaveNoAdminAndAreFiltered() {
        var path = "organisations/" + shop.organisation() + "/user-permissions/";
        int id = Grants.of(shop.ana(), "organisations/" + shop.organisation(), user, "CREATE_PROJECT");

        var rows = shop.ana().get(path + "?user=" + user).ok();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).has("admin")).isFalse();
        assertThat(shop.ana().get(path + "?user=" + Member.id(shop.ana())).ok()).isEmpty();
        assertThat(shop.ana().get(path + "?user=999999").text())
                .isEqualTo("{\"user\":[\"Select a valid choice. That choice is not one of the available choices.\"]}");
        assertThat(shop.ana().get(path + id + "/").status()).isEqualTo(405);
        assertThat(shop.ana().delete(path + id + "/").status()).isEqualTo(204);
    }

    @Test
    void whoCreatesAProjectAdministersIt() {
        var wanted = Map.of("name", "Project of " + user, "organisation", shop.organisation());
        assertThat(bo.post("projects/", wanted).status()).isEqualTo(403);
        Grants.of(shop.ana(), "organisations/" + shop.organisation(), user, "CREATE_PROJECT");

        int project = bo.post("projects/", wanted).ok().get("id").asInt();

        assertThat(bo.get("projects/" + project + "/my-permissions/").text()).contains("\"admin\":true");
        assertThat(bo.post("environments/", Map.of("name", "Live", "project", project))
                        .status())
                .isEqualTo(201);
        assertThat(bo.get("projects/").ok()).hasSize(1);
        assertThat(bo.get("projects/" + project + "/user-permissions/").ok()).hasSize(1);
        assertThat(bo.get("projects/" + project + "/events/?type=grant.permissions-granted")
                        .ok()
                        .get("results"))
                .hasSize(2);
        assertThat(bo.get("projects/" + shop.project() + "/").status()).isEqualTo(404);
    }

    @Test
    void whoCreatesAnEnvironmentAdministersThatOnly() {
        Grants.of(shop.ana(), "projects/" + shop.project(), user, "VIEW_PROJECT", "CREATE_ENVIRONMENT");

        var created = bo.post("environments/", Map.of("name", "Of " + user, "project", shop.project()))
                .ok();

        var key = created.get("api_key").asString();
        assertThat(bo.patch("environments/" + key + "/", Map.of("description", "mine"))
                        .status())
                .isEqualTo(200);
        assertThat(bo.get("environments/" + shop.key() + "/").status()).isEqualTo(403);
        assertThat(bo.get("environments/?project=" + shop.project())
                        .ok()
                        .get("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(shop.ana().delete("environments/" + key + "/").status()).isEqualTo(204);
    }

    @Test
    void onlyAdminsOfTheObjectGrantAnything() {
        Grants.of(shop.ana(), "projects/" + shop.project(), user, "VIEW_PROJECT", "CREATE_FEATURE");
        var more = Map.of("user", user, "admin", true);

        assertThat(bo.post("environments/" + shop.key() + "/user-permissions/", more)
                        .status())
                .isEqualTo(403);
        assertThat(bo.post("organisations/" + shop.organisation() + "/user-permissions/", more)
                        .status())
                .isEqualTo(403);
        assertThat(bo.get("projects/" + shop.project() + "/user-permissions/").status())
                .isEqualTo(403);
    }
}
