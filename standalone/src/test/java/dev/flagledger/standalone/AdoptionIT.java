package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.command.user.mailed.PasswordResets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whose accounts the providers of the installation open by an e-mail address. */
class AdoptionIT {

    private static final ProviderStub PROVIDERS = new ProviderStub();
    private static final String ROOT = "root@example.test";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(PROVIDERS.settings());
        server.api()
                .post(
                        "auth/users/",
                        Map.of(
                                "email",
                                ROOT,
                                "password",
                                KnownPerson.PASSWORD,
                                "first_name",
                                "Ro",
                                "last_name",
                                "Ot",
                                "superuser",
                                true))
                .ok();
    }

    @AfterAll
    static void stop() {
        server.close();
        PROVIDERS.close();
    }

    /** Whoever registered with the address in advance would otherwise go on using the account. */
    @Test
    void whoNeverProvedTheAddressIsShutOut() {
        var mallory = Person.in(server);
        var id = mallory.api().get("auth/users/me/").ok().get("id");

        var owner = google(1, mallory.email());

        assertThat(owner.get("is_new_user").asBoolean()).isFalse();
        assertThat(me(owner).get("id")).isEqualTo(id);
        assertThat(mallory.api().get("auth/users/me/").status()).isEqualTo(401);
        assertThat(mallory.logIn().status()).isEqualTo(400);
        assertThat(me(google(1, mallory.email())).get("id")).isEqualTo(id);
    }

    /** Whoever set it up has proven more than to read the mails. */
    @Test
    void whoHasASecondFactorKeepsTheAccount() {
        var bo = Person.in(server);
        var secret = bo.activateFactor();

        var refused =
                server.api().post("auth/oauth/google/", Map.of("access_token", ProviderStub.token(2, bo.email())));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).contains("which has a second factor. Log in to it and link it");
        assertThat(bo.api().get("auth/users/me/logins/").text()).isEqualTo("[]");
        assertThat(bo.logIn(Person.code(secret, 1)).status()).isEqualTo(200);
    }

    @Test
    void whoHasProvenTheAddressKeepsTheAccount() {
        var pat = KnownPerson.on(server);
        var link = server.part(PasswordResets.class)
                .linkForOperator(pat.id())
                .path()
                .split("/", -1);
        var password = "quite-other 8 words";
        assertThat(server.api()
                        .post(
                                "auth/users/reset_password_confirm/",
                                Map.of(
                                        "uid",
                                        link[3],
                                        "token",
                                        link[4],
                                        "new_password",
                                        password,
                                        "re_new_password",
                                        password))
                        .status())
                .isEqualTo(204);

        assertThat(me(google(3, pat.email())).get("id").asInt()).isEqualTo(pat.id());
        assertThat(me(github(31, pat.email())).get("id").asInt()).isEqualTo(pat.id());

        assertThat(pat.logIn(password).status()).isEqualTo(200);
        assertThat(me(google(3, pat.email())).get("id").asInt()).isEqualTo(pat.id());
    }

    @Test
    void noAddressOpensTheAccountOfASuperuser() {
        var refused = server.api().post("auth/oauth/google/", Map.of("access_token", ProviderStub.token(4, ROOT)));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).contains("Log in to it and link it");
    }

    private static JsonNode google(int number, String email) {
        return server.api()
                .post("auth/oauth/google/", Map.of("access_token", ProviderStub.token(number, email)))
                .ok();
    }

    private static JsonNode github(int number, String email) {
        PROVIDERS.expect(ProviderStub.token(number, email));
        return server.api()
                .post("auth/oauth/github/", Map.of("access_token", "c0de"))
                .ok();
    }

    private static JsonNode me(JsonNode login) {
        return server.api()
                .with("Authorization", "Token " + login.get("key").asString())
                .get("auth/users/me/")
                .ok();
    }
}
