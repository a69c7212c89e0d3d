package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server that makes its first superuser for whoever asks, since its operator allows that; section 1.7 of the admin contract. */
class InitByUrlIT {

    private static final String ADMIN = "admin@example.com";

    @Test
    void theFirstRequestMakesTheSuperuserAndNoLaterOne() {
        var settings = Map.of("flagledger.setup.by-url", "true");
        try (var server = TestServer.start(settings)) {
            assertThat(server.api()
                            .with("Sec-Fetch-Site", "cross-site")
                            .get("users/init/")
                            .status())
                    .as("of an image on a foreign page")
                    .isEqualTo(403);
            var init = server.api().get("users/init/");

            assertThat(init.status()).isEqualTo(201);
            assertThat(init.json().get("adminUserCreated").asBoolean()).isTrue();
            PasswordLink.use(server.api(), init.json().get("passwordResetUrl").asString());
            var login = server.api().post("auth/login/", Map.of("email", ADMIN, "password", KnownPerson.PASSWORD));
            var root = server.api()
                    .with("Authorization", "Token " + login.ok().get("key").asString());
            assertThat(root.get("auth/users/me/").ok().get("is_superuser").asBoolean())
                    .isTrue();
            assertThat(server.api().get("users/init/").status()).isEqualTo(400);
        }
    }
}
