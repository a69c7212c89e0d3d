package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.command.user.mailed.PasswordResets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A server that is set up by its settings, and on which new users confirm their address; sections 1.6 and 1.7 of the admin contract.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstRunIT {

    private static final String DASHBOARD = "https://flags.example.test";
    private static final String ADMIN = "root@example.test";

    private static TestServer server;

    @SuppressWarnings("NullAway.Init") // by the first test
    private static Api root;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of(
                "flagledger.account.email-activation", "true",
                "flagledger.account.restrict-org-create-to-superusers", "true",
                "flagledger.dashboard.url", DASHBOARD,
                "flagledger.setup.admin-email", ADMIN,
                "flagledger.setup.by-url", "true",
                "flagledger.setup.organisation-name", "Acme",
                "flagledger.setup.project-name", "Shop"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void theServerMakesASuperuserAnOrganisationAndAProject() {
        await().until(() -> server.api()
                .get("/version/")
                .ok()
                .at("/self_hosted_data/has_users")
                .asBoolean());
        var resets = server.part(PasswordResets.class);
        var link = resets.linkForOperator(1).path().split("/", -1);
        var password = Map.of(
                "uid",
                link[3],
                "token",
                link[4],
                "new_password",
                KnownPerson.PASSWORD,
                "re_new_password",
                KnownPerson.PASSWORD);
        assertThat(server.api()
                        .post("auth/users/reset_password_confirm/", password)
                        .status())
                .isEqualTo(204);

        root = in(ADMIN);

        assertThat(root.get("auth/users/me/").ok().get("is_superuser").asBoolean())
                .isTrue();
        var organisations = root.get("organisations/").ok().get("results");
        assertThat(organisations.get(0).get("name").asString()).isEqualTo("Acme");
        assertThat(root.get("projects/").ok().get(0).get("name").asString()).isEqualTo("Shop");
    }

    @Test
    @Order(2)
    void onceThereAreUsersNobodyMakesASuperuserByUrl() {
        var init = server.api().get("users/init/");

        assertThat(init.status()).isEqualTo(400);
        assertThat(init.text()).contains("\"adminUserCreated\":false", "USER(S) ALREADY EXIST IN SYSTEM.");
        assertThat(server.api().get("users/config/init/").status()).isEqualTo(404);
        assertThat(server.api()
                        .post("users/config/init/", Map.of("email", "eve@example.test"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Order(3)
    void anAccountIsUsedOnceItIsActivated() {
        var registration = Map.of(
                "email", "bo@example.test", "password", KnownPerson.PASSWORD, "first_name", "Bo", "last_name", "Ek");
        String link;
        String key;
        int id;
        try (var logged = Logged.byAll()) {
            var registered = server.api().post("auth/users/", registration).ok();
            assertThat(registered.get("is_active").asBoolean()).isFalse();
            key = registered.get("key").asString();
            id = registered.get("id").asInt();
            link = logged.awaitMatch(Pattern.compile("user " + id + ": .*"));
        }
        assertThat(link).contains(DASHBOARD + "/activate/");
        var bo = server.api().with("Authorization", "Token " + key);
        assertThat(bo.get("auth/users/me/").text()).isEqualTo("{\"detail\":\"User inactive or deleted.\"}");
        assertThat(logIn("bo@example.test").status()).isEqualTo(400);

        var parts = link.replaceFirst(".*/activate/", "").split("/", -1);
        var confirmation = Map.of("uid", parts[0], "token", parts[1]);
        assertThat(server.api()
                        .post("auth/users/activation/", Map.of("uid", parts[0], "token", "0"))
                        .text())
                .isEqualTo("{\"token\":[\"Invalid token for given user.\"]}");
        assertThat(server.api().post("auth/users/activation/", confirmation).status())
                .isEqualTo(204);
        var again = server.api().post("auth/users/activation/", confirmation);
        assertThat(again.status()).isEqualTo(403);
        assertThat(again.text()).isEqualTo("{\"detail\":\"Stale token for given user.\"}");

        assertThat(bo.get("auth/users/me/").status()).isEqualTo(200);
        assertThat(logIn("bo@example.test").status()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void onlySuperusersCreateOrganisations() {
        var refused = in("bo@example.test").post("organisations/", Map.of("name", "Bo's"));

        assertThat(refused.text()).isEqualTo("{\"detail\":\"You do not have permission to perform this action.\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(root.post("organisations/", Map.of("name", "Subsidiary")).status())
                .isEqualTo(201);
    }

    @Test
    @Order(5)
    void superusersSeeAccountsAndDecideWhetherTheyMayBeUsed() {
        var bo = in("bo@example.test");
        assertThat(bo.get("accounts/").status()).isEqualTo(403);
        assertThat(bo.patch("accounts/1/", Map.of("is_active", false)).status()).isEqualTo(403);
        var account = root.get("accounts/").ok().get("results").get(1);
        assertThat(account.get("email").asString()).isEqualTo("bo@example.test");
        var path = "accounts/" + account.get("id").asInt() + "/";

        assertThat(root.patch(path, Map.of("is_active", false))
                        .ok()
                        .get("is_active")
                        .asBoolean())
                .isFalse();
        assertThat(bo.get("auth/users/me/").text()).isEqualTo("{\"detail\":\"Invalid token.\"}");
        assertThat(logIn("bo@example.test").status()).isEqualTo(400);
        assertThat(server.api()
                        .post("auth/users/resend_activation/", Map.of("email", "bo@example.test"))
                        .status())
                .as("which does not help")
                .isEqualTo(204);
        root.patch(path, Map.of("is_active", true, "is_superuser", true)).ok();
        var again = in("bo@example.test");
        assertThat(again.get("accounts/").status()).isEqualTo(200);
        assertThat(again.patch(path, Map.of("is_superuser", false)).text())
                .isEqualTo("{\"non_field_errors\":[\"You cannot do this to your own account.\"]}");
    }

    @Test
    @Order(6)
    void ofTwoSuperusersWhoDemoteEachOtherOneIsLeft() throws Exception {
        var bo = in("bo@example.test");
        var ofBo = "accounts/" + Member.id(bo) + "/";
        var ofRoot = "accounts/" + Member.id(root) + "/";
        var demoted = Map.of("is_superuser", false);
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 8; round++) {
                var both = pool.invokeAll(List.<Callable<Api.Answer>>of(
                        () -> root.patch(ofBo, demoted), () -> bo.patch(ofRoot, demoted)));
                boolean byRoot = both.getFirst().get().status() == 200;

                assertThat(both.getLast().get().status()).as("round " + round).isEqualTo(byRoot ? 403 : 200);
                (byRoot ? root : bo)
                        .patch(byRoot ? ofBo : ofRoot, Map.of("is_superuser", true))
                        .ok();
            }
        }
    }

    @Test
    @Order(7)
    void superusersDeleteAccounts() {
        var path = "auth/users/"
                + in("bo@example.test").get("auth/users/me/").ok().get("id").asInt() + "/";

        assertThat(root.send("DELETE", path, "{\"current_password\":\"wrong\"}").status())
                .isEqualTo(400);
        assertThat(root.send("DELETE", path, "{\"current_password\":\"" + KnownPerson.PASSWORD + "\"}")
                        .status())
                .isEqualTo(204);

        assertThat(logIn("bo@example.test").status()).isEqualTo(400);
        assertThat(root.get("accounts/").ok().get("results")).hasSize(1);
    }

    @Test
    @Order(8)
    void progressInTheIntroductionIsRemembered() {
        assertThat(root.get("auth/users/me/").ok().get("onboarding").isNull()).isTrue();
        var task = Map.of("tasks", List.of(Map.of("name", "create_project", "completed_at", "2031-03-04T09:20:00Z")));

        assertThat(root.patch("auth/users/me/onboarding/", task).status()).isEqualTo(204);

        assertThat(root.get("auth/users/me/").ok().get("onboarding").toString())
                .isEqualTo("{\"tasks\":[{\"name\":\"create_project\",\"completed_at\":\"2031-03-04T09:20:00Z\"}],"
                        + "\"tools\":{\"completed\":false,\"integrations\":[]},\"hosting_preferences\":[]}");
    }

    /** Nobody could make another one but who runs the server. */
    @Test
    @Order(9)
    void theLastSuperuserStays() {
        var password = "{\"current_password\":\"" + KnownPerson.PASSWORD + "\"}";

        var refused = root.send("DELETE", "auth/users/me/", password);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .isEqualTo("{\"user\":[\"The user is the last superuser. Make somebody else one before.\"]}");
        assertThat(root.get("accounts/").ok().get("results")).hasSize(1);
    }

    private static Api in(String email) {
        return server.api()
                .with("Authorization", "Token " + logIn(email).ok().get("key").asString());
    }

    private static Api.Answer logIn(String email) {
        return server.api().post("auth/login/", Map.of("email", email, "password", KnownPerson.PASSWORD));
    }
}
