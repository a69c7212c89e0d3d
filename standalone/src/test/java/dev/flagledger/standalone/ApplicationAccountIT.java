package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.organisation.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no application does for its user, whatever its scope: end accounts, or change how people log in to one. */
class ApplicationAccountIT {

    private static final TestServer SERVER = TestServer.shared();

    private final KnownPerson user = KnownPerson.on(SERVER);
    private final OAuthClientStub cli = OAuthClientStub.cli(SERVER.api());
    private final Api program = cli.bearer(cli.tokens(user.api()));

    /** Also with the password: it is not the application's to know. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE auth/users/me/",
                "DELETE auth/users/{user}/",
                "DELETE auth/token/",
                "DELETE auth/sessions/{session}/",
                "POST auth/users/set_password/",
                "POST auth/users/set_email/",
                "POST auth/app/activate/",
                "POST auth/app/activate/confirm/",
                "POST auth/app/deactivate/",
                "POST auth/users/me/logins/",
                "POST auth/users/me/logins/google/",
                "POST auth/users/me/logins/github/",
                "DELETE auth/users/me/logins/oidc-1/",
                "POST auth/ldap/test/",
                "PATCH accounts/{user}/",
                "POST organisations/{organisation}/erasures/"
            })
    void itTouchesNoAccount(String route) {
        int organisation = user.api()
                .post("organisations/", Map.of("name", "Acme"))
                .ok()
                .get("id")
                .asInt();
        var sessions = user.api().get("auth/sessions/").ok();
        var words = route.replace("{user}", Integer.toString(user.id()))
                .replace("{organisation}", Integer.toString(organisation))
                .replace("{session}", sessions.get(1).get("id").asString())
                .split(" ", -1);
        var body = "{\"user\":%d,\"current_password\":\"%s\",\"new_password\":\"quite-other 8 words\","
                        .formatted(user.id(), KnownPerson.PASSWORD)
                + "\"re_new_password\":\"quite-other 8 words\",\"new_email\":\"x-" + user.email()
                + "\",\"code\":\"1\",\"access_token\":\"x\",\"is_active\":false}";

        var refused = program.send(words[0], words[1], body);

        assertThat(refused.status()).as(refused.text()).isEqualTo(403);
        assertThat(OAuthClientStub.isOutOfScope(refused)).isTrue();
        assertThat(user.logIn(KnownPerson.PASSWORD).status()).isEqualTo(200);
        assertThat(program.get("auth/users/me/").status()).isEqualTo(200);
    }

    /** Else whoever has the application could delete the account of who has no password to be asked for. */
    @Test
    void itErasesNoMemberEither() {
        var shop = Shop.by(user.api());
        var bo = KnownPerson.on(SERVER);
        Member.join(SERVER, shop.organisation(), bo.id(), Role.USER);
        var erasures = "organisations/" + shop.organisation() + "/erasures/";

        assertThat(program.post(erasures, Map.of("user", bo.id())).status()).isEqualTo(403);
        assertThat(bo.api().get("auth/users/me/").status()).isEqualTo(200);
        shop.application().post("identities/", Map.of("identifier", "visitor")).ok();
        assertThat(program.post(erasures, Map.of("environment", shop.key(), "identifier", "visitor"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void itReadsAndRenamesWhoItActsForAndEndsItself() {
        assertThat(program.get("auth/sessions/").status()).isEqualTo(200);
        assertThat(program.get("auth/users/me/logins/").status()).isEqualTo(200);
        assertThat(program.patch("auth/users/me/", Map.of("first_name", "Patricia"))
                        .status())
                .isEqualTo(200);
        assertThat(program.post("auth/logout/", Map.of()).status()).isEqualTo(204);
        assertThat(program.get("auth/users/me/").status()).isEqualTo(401);
    }
}
