package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server without users, whose first superuser is made on the page for that; section 1.7 of the admin contract. */
class FirstAdminIT {

    private static final String PAGE = "users/config/init/";
    private static final String DASHBOARD = "https://flags.example.test";
    private static final String ADMIN = "root@example.test";

    @Test
    void whoeverComesFirstIsTheAdministrator() {
        try (var server = TestServer.start(Map.of())) {
            var api = server.api();
            var page = api.get(PAGE);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).contains("<form method=\"post\">", "name=\"email\"");
            assertThat(api.get("users/init/").status()).as("not allowed").isEqualTo(404);
            assertThat(api.post(PAGE, Map.of("email", "root")).status()).isEqualTo(400);

            var done = api.post(PAGE, Map.of("email", ADMIN)).ok();
            assertThat(done.get("message").asString()).isEqualTo("INSTALLATION CONFIGURED SUCCESSFULLY");
            PasswordLink.use(api, done.get("passwordResetUrl").asString());

            assertThat(in(api).get("auth/users/me/").ok().get("is_superuser").asBoolean())
                    .isTrue();
            assertThat(api.get(PAGE).status()).isEqualTo(404);
            assertThat(api.post(PAGE, Map.of("email", "eve@example.test")).status())
                    .isEqualTo(404);
        }
    }

    /** Any page that the operator's browser shows could make its author the administrator. */
    @Test
    void pagesOfOtherOriginsDoNotSetUpTheServer() {
        try (var server = TestServer.start(
                Map.of("flagledger.dashboard.url", DASHBOARD + "/ui", "flagledger.setup.by-url", "true"))) {
            for (var origin : List.of(
                    "https://evil.example.test", "null", DASHBOARD + ":8443", "http://localhost.example.test")) {
                var page = server.api().with("Origin", origin);
                var refused = page.post(PAGE, Map.of("email", "eve@example.test"));
                assertThat(refused.status()).as(origin).isEqualTo(403);
                assertThat(refused.text()).contains("FLAGLEDGER_DASHBOARD_URL");
                assertThat(page.get("users/init/").status()).isEqualTo(403);
                assertThat(page.post("auth/users/", registration("eve", true)).status())
                        .isEqualTo(403);
                assertThat(page.post("auth/users/", registration("eve", false)).status())
                        .as("after whom nobody becomes a superuser by registering")
                        .isEqualTo(403);
            }
            assertThat(server.api()
                            .get("/version/")
                            .ok()
                            .at("/self_hosted_data/has_users")
                            .asBoolean())
                    .isFalse();

            var key = server.api()
                    .with("Origin", DASHBOARD)
                    .post("auth/users/", registration("root", true))
                    .ok()
                    .get("key")
                    .asString();
            assertThat(server.api()
                            .with("Authorization", "Token " + key)
                            .get("auth/users/me/")
                            .ok()
                            .get("is_superuser")
                            .asBoolean())
                    .isTrue();
            assertThat(server.api()
                            .with("Origin", "https://evil.example.test")
                            .post("auth/users/", registration("bo", false))
                            .status())
                    .as("which is nobody's but theirs")
                    .isEqualTo(201);
        }
    }

    @Test
    void thePageItselfSetsUpTheServerAlsoBehindAProxy() {
        try (var server = TestServer.start(Map.of())) {
            var proxied = server.api().with("Origin", "https://flags.example.test");
            assertThat(proxied.with("Sec-Fetch-Site", "cross-site")
                            .post(PAGE, Map.of("email", ADMIN))
                            .status())
                    .isEqualTo(403);
            proxied.with("Sec-Fetch-Site", "same-origin")
                    .post(PAGE, Map.of("email", ADMIN))
                    .ok();
        }
    }

    /** Such as a dashboard that is tried on the same machine. */
    @Test
    void aPageOfTheSameMachineSetsUpTheServer() {
        try (var server = TestServer.start(Map.of())) {
            server.api()
                    .with("Origin", "http://localhost:8080")
                    .post("auth/users/", registration("root", true))
                    .ok();
        }
    }

    private static Map<String, Object> registration(String name, boolean superuser) {
        return Map.of(
                "email",
                name + "@example.test",
                "password",
                KnownPerson.PASSWORD,
                "first_name",
                "Bo",
                "last_name",
                "Ek",
                "superuser",
                superuser);
    }

    private static Api in(Api api) {
        var login = api.post("auth/login/", Map.of("email", ADMIN, "password", KnownPerson.PASSWORD));
        return api.with("Authorization", "Token " + login.ok().get("key").asString());
    }
}
