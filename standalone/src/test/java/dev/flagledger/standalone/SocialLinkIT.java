package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.factor.LoginCode;
import dev.flagledger.access.session.SessionClient;
import dev.flagledger.access.session.Sessions;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Users link their account with Google and GitHub, and end that. */
class SocialLinkIT {

    private static final ProviderStub PROVIDERS = new ProviderStub();
    private static final String LOGINS = "auth/users/me/logins/";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(PROVIDERS.settings());
    }

    @AfterAll
    static void stop() {
        server.close();
        PROVIDERS.close();
    }

    @Test
    void anAccountIsLinkedWhateverTheAddressThere() {
        var pat = KnownPerson.on(server);
        assertThat(link(pat.api(), "google", token(51)).status()).isEqualTo(204);
        PROVIDERS.expect(token(52));
        assertThat(link(pat.api(), "github", "c0de").status()).isEqualTo(204);

        assertThat(pat.api().get(LOGINS).ok().valueStream())
                .extracting(login -> login.get("provider").asString())
                .containsExactly("github", "google");
        var opened = google(51).ok();
        assertThat(opened.get("is_new_user").asBoolean()).isFalse();
        assertThat(Member.id(as(opened.get("key").asString()))).isEqualTo(pat.id());
    }

    @Test
    void aStolenTokenIsNotEnough() {
        var pat = KnownPerson.on(server);

        assertThat(pat.api()
                        .post(LOGINS + "google/", Map.of("access_token", token(53)))
                        .text())
                .isEqualTo("{\"current_password\":[\"This field is required.\"]}");
        assertThat(pat.api()
                        .post(LOGINS + "google/", Map.of("access_token", token(53), "current_password", "guess"))
                        .text())
                .isEqualTo("{\"current_password\":[\"Invalid password.\"]}");
        assertThat(pat.api().get(LOGINS).text()).isEqualTo("[]");
    }

    /** The link would count everywhere, and what the provider says in the organisation only. */
    @Test
    void whatAnOrganisationSaysIsNotEnough() {
        var eve = as(google(54).ok().get("key").asString());
        var way = LoginWay.by(LoginMethod.SAML, 1, 1);
        var token =
                server.part(Sessions.class).token(Member.id(eve), way, LoginCode.NONE, new SessionClient(null, null));
        PROVIDERS.expect(token(55));

        var refused = as(token).post(LOGINS + "github/", Map.of("access_token", "c0de"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text())
                .isEqualTo(
                        "{\"detail\":\"Only your organisation says who you are. Set a password by a mail, and log in with it,"
                                + " before.\"}");
        assertThat(as(token).delete(LOGINS + "google/").status())
                .as("nor to end the owner's link")
                .isEqualTo(403);
        assertThat(as(token).send("DELETE", "auth/users/me/", "{}").status())
                .as("nor to delete the account")
                .isEqualTo(403);
        assertThat(eve.get(LOGINS).ok()).hasSize(1);
        assertThat(eve.post(LOGINS + "github/", Map.of("access_token", "c0de")).status())
                .as("by Google, which is the installation's")
                .isEqualTo(204);
    }

    @Test
    void aPersonOpensOneAccountAndAnAccountHasOnePersonOfAProvider() {
        var pat = KnownPerson.on(server);
        var bo = KnownPerson.on(server);
        link(pat.api(), "google", token(56));

        assertThat(link(bo.api(), "google", token(56)).status()).isEqualTo(401);
        assertThat(link(pat.api(), "google", token(57)).status()).isEqualTo(401);
        assertThat(bo.api().get(LOGINS).text()).isEqualTo("[]");
    }

    @Test
    void whatTheProviderDoesNotConfirmLinksNothing() {
        var pat = KnownPerson.on(server);

        assertThat(link(pat.api(), "google", "junk").text())
                .isEqualTo("{\"message\":\"An error occurred authenticating with GOOGLE\"}");
        assertThat(pat.api().get(LOGINS).text()).isEqualTo("[]");
    }

    /** Also not of two requests at once, of which each would leave the other's way. */
    @Test
    void theLastWayInStays() {
        var eve = as(google(58).ok().get("key").asString());
        assertThat(eve.delete(LOGINS + "google/").status()).isEqualTo(400);
        PROVIDERS.expect(token(59));
        assertThat(eve.post(LOGINS + "github/", Map.of("access_token", "c0de")).status())
                .isEqualTo(204);

        var answers = Stream.of("google", "github")
                .map(provider -> CompletableFuture.supplyAsync(
                        () -> eve.delete(LOGINS + provider + "/").status()))
                .toList()
                .stream()
                .map(CompletableFuture::join);

        assertThat(answers).contains(204).hasSize(2);
        assertThat(google(58).status() == 200 || github(59).status() == 200).isTrue();
    }

    private static Api.Answer link(Api user, String provider, String token) {
        return user.post(
                LOGINS + provider + "/", Map.of("access_token", token, "current_password", KnownPerson.PASSWORD));
    }

    private static Api.Answer google(int number) {
        return server.api().post("auth/oauth/google/", Map.of("access_token", token(number)));
    }

    private static Api.Answer github(int number) {
        PROVIDERS.expect(token(number));
        return server.api().post("auth/oauth/github/", Map.of("access_token", "c0de"));
    }

    private static String token(int number) {
        return ProviderStub.token(number, "p" + number + "-" + UUID.randomUUID() + "@example.test");
    }

    private static Api as(String key) {
        return server.api().with("Authorization", "Token " + key);
    }
}
