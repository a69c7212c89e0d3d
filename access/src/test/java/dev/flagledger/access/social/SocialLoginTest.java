package dev.flagledger.access.social;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.access.federation.FederatedIdentity;
import dev.flagledger.access.federation.FederatedProvider;
import dev.flagledger.access.outbound.http.OutboundHttp;
import dev.flagledger.testing.Receiver;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Section 1.9 of the admin contract, against a server that speaks the documented endpoints. */
class SocialLoginTest {

    private final Map<String, String> answers = new HashMap<>();
    private final Receiver server = Receiver.answering(exchange -> {
        var body = answers.get(exchange.getRequestURI().getPath());
        var bytes = String.valueOf(body).getBytes(UTF_8);
        exchange.sendResponseHeaders(body == null ? 400 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
    });
    private final JsonHttp http = new JsonHttp(OutboundHttp.anywhere());

    @BeforeEach
    void answer() {
        answers.put("/tokeninfo", "{\"aud\":\"our-client\",\"expires_in\":\"3000\"}");
        answers.put("/userinfo", """
                {"id":"1099","email":"ana@acme.test","verified_email":true,"given_name":"Ana","family_name":"Lee"}""");
        answers.put("/login/oauth/access_token", "{\"access_token\":\"gho_1\",\"token_type\":\"bearer\"}");
        answers.put("/api/v3/user", "{\"id\":583231,\"login\":\"ana\",\"name\":\"Ana Maria Lee\"}");
        answers.put("/api/v3/user/emails", """
                [{"email":"private@acme.test","primary":false,"verified":true},
                 {"email":"ana@acme.test","primary":true,"verified":true}]""");
    }

    @AfterEach
    void close() throws IOException {
        http.close();
        server.close();
    }

    @Test
    void googleSaysWhoseATokenIs() throws SocialFailure {
        assertThat(google("our-client").identity("ya29.a&b"))
                .isEqualTo(new FederatedIdentity(
                        FederatedProvider.GOOGLE, "1099", "ana@acme.test", true, "Ana", "Lee", null));
        assertThat(server.next().path()).isEqualTo("/tokeninfo?access_token=ya29.a%26b");
        var asked = server.next();
        assertThat(asked.path()).isEqualTo("/userinfo?alt=json");
        assertThat(asked.header("Authorization")).isEqualTo("Bearer ya29.a&b");
    }

    /** The owner of another site would otherwise log in as everybody who has logged in there. */
    @Test
    void aTokenOfGoogleForAnotherClientIsRefused() {
        answers.put("/tokeninfo", "{\"aud\":\"other-client\"}");
        assertThatThrownBy(() -> google("our-client").identity("ya29")).isInstanceOf(SocialFailure.class);

        answers.put("/tokeninfo", "{}");
        assertThatThrownBy(() -> google("our-client").identity("ya29")).isInstanceOf(SocialFailure.class);
        assertThat(server.all).noneMatch(request -> request.path().startsWith("/userinfo"));
    }

    @Test
    void withoutAClientNobodyLogsInWithGoogle() {
        answers.put("/tokeninfo", "{\"aud\":\"\"}");

        assertThatThrownBy(() -> google("").identity("ya29")).hasMessageContaining("FLAGLEDGER_GOOGLE_CLIENT_ID");
        assertThat(server.all).isEmpty();
    }

    @Test
    void anAddressThatGoogleHasNotVerifiedIsNotVerified() throws SocialFailure {
        answers.put("/userinfo", "{\"id\":\"1099\",\"email\":\"ana@acme.test\",\"verified_email\":false}");
        assertThat(google("our-client").identity("ya29").verified()).isFalse();

        answers.put("/userinfo", "{\"id\":\"1099\",\"email\":\"ana@acme.test\"}");
        assertThat(google("our-client").identity("ya29").verified()).isFalse();
    }

    @Test
    void anAnswerThatIsNoJsonIsAFailure() {
        answers.put("/userinfo", "<html>");

        assertThatThrownBy(() -> google("our-client").identity("ya29")).isInstanceOf(SocialFailure.class);
        answers.remove("/tokeninfo");
        assertThatThrownBy(() -> google("our-client").identity("ya29")).hasMessageContaining("400");
    }

    @Test
    void githubSaysWhomItGaveACode() throws SocialFailure {
        assertThat(github().identity("c0de"))
                .isEqualTo(new FederatedIdentity(
                        FederatedProvider.GITHUB, "583231", "ana@acme.test", true, "Ana", "Maria Lee", null));
        var exchanged = server.next();
        assertThat(exchanged.body()).isEqualTo("client_id=app&client_secret=hush&code=c0de");
        assertThat(exchanged.header("Accept")).isEqualTo("application/json");
        assertThat(server.next().header("Authorization")).isEqualTo("Bearer gho_1");
    }

    /** GitHub answers with the status 200. */
    @Test
    void aCodeThatWasUsedIsRefused() {
        answers.put("/login/oauth/access_token", "{\"error\":\"bad_verification_code\"}");

        assertThatThrownBy(() -> github().identity("c0de")).hasMessageContaining("bad_verification_code");
    }

    @Test
    void onlyThePrimaryAddressCountsAndOnlyIfItIsVerified() throws SocialFailure {
        answers.put("/api/v3/user/emails", """
                [{"email":"victim@acme.test","primary":true,"verified":false},
                 {"email":"private@acme.test","primary":false,"verified":true}]""");

        var identity = github().identity("c0de");

        assertThat(identity.email()).isNull();
        assertThat(identity.verified()).isFalse();
    }

    @Test
    void withoutAnAppNobodyLogsInWithGithub() {
        var off = new GithubLogin(http, new GithubSettings("", "", at(""), at("/api/v3")));

        assertThatThrownBy(() -> off.identity("c0de")).hasMessageContaining("FLAGLEDGER_GITHUB_CLIENT_ID");
        assertThat(server.all).isEmpty();
    }

    private GoogleLogin google(String clientId) {
        return new GoogleLogin(http, new GoogleSettings(clientId, at("/tokeninfo"), at("/userinfo?alt=json")));
    }

    private GithubLogin github() {
        return new GithubLogin(http, new GithubSettings("app", "hush", at(""), at("/api/v3")));
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
