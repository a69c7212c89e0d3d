package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestIssuer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Members have the role that their identity provider's configuration gives to those who log in for the first time. */
class NewMemberRoleIT extends SamlConfigured {

    @Test
    void bySaml() {
        var configuration = "auth/saml/configuration/" + name + "/";
        assertThat(roleOf(shop.ana(), shop.organisation(), userOf(code(response("kim")))))
                .isEqualTo("USER");
        var changed = shop.ana().patch(configuration, Map.of("role", "ADMIN")).ok();
        assertThat(changed.get("role").asString()).isEqualTo("ADMIN");
        assertThat(changed.get("create_users").asBoolean()).isTrue();

        int jane = userOf(code(response("jane")));

        assertThat(roleOf(shop.ana(), shop.organisation(), jane)).isEqualTo("ADMIN");
        assertThat(roleOf(shop.ana(), shop.organisation(), userOf(code(response("kim")))))
                .as("a member before the change")
                .isEqualTo("USER");
        shop.ana().patch(configuration, Map.of("create_users", false)).ok();
        assertThat(userOf(code(response("jane")))).isEqualTo(jane);
        var stranger = anonymous.post("auth/saml/login/", Map.of("access_token", code(response("mia"))));
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.text()).contains("There is no account for you.");
    }

    @Test
    void byOpenIdConnect() {
        try (var issuer = new TestIssuer()) {
            var visitor = new OidcVisitor(SERVER, issuer);
            visitor.configured(shop.ana(), shop.organisation(), Map.of("role", "ADMIN"));
            issuer.saying(claims -> claims.claim("email", "eve-" + UUID.randomUUID() + "@example.test")
                    .claim("email_verified", true));

            var eve = visitor.user(visitor.logIn());

            assertThat(roleOf(eve, shop.organisation(), Member.id(eve))).isEqualTo("ADMIN");
            assertThat(eve.get("organisations/" + shop.organisation() + "/").status())
                    .as("what admins alone may read")
                    .isEqualTo(200);
        }
    }

    @Test
    void byDirectory() {
        try (var directory = DirectoryStub.start()) {
            var settings = new HashMap<>(directory.settings(1));
            settings.put("flagledger.ldap.role", "ADMIN");
            try (var server = TestServer.start(settings)) {
                var founder = server.api().newUser();
                founder.post("organisations/", Map.of("name", "Acme")).ok();

                var login = server.api()
                        .post("auth/login/", Map.of("email", "lea", "password", DirectoryStub.PASSWORD))
                        .ok();

                var lea = server.api()
                        .with("Authorization", "Token " + login.get("key").asString());
                assertThat(roleOf(founder, 1, Member.id(lea))).isEqualTo("ADMIN");
            }
        }
    }

    private static String roleOf(Api member, int organisation, int user) {
        return member.get("organisations/" + organisation + "/users/")
                .ok()
                .valueStream()
                .filter(listed -> listed.get("id").asInt() == user)
                .map(listed -> listed.get("role").asString())
                .findFirst()
                .orElseThrow();
    }
}
