package dev.flagledger.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.access.federation.used.UsedLogins;
import dev.flagledger.access.oidc.OidcFailure.Kind;
import dev.flagledger.access.outbound.AddressRule;
import dev.flagledger.access.outbound.OutboundHosts;
import dev.flagledger.access.outbound.http.OutboundHttp;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestIssuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OidcClientTest {

    private static final URI REDIRECT = URI.create("https://flags.example.test/api/v1/auth/oidc/acme/response/");

    private static final UsedLogins USED =
            new UsedLogins(JdbcClient.create(TestDatabase.fresh().migrated().dataSource()));

    private final TestIssuer issuer = new TestIssuer();
    private final OutboundHttp http = OutboundHttp.anywhere();
    private final OidcClient client = new OidcClient(http, USED, Clock.systemUTC());

    @AfterEach
    void close() throws IOException {
        http.close();
        issuer.close();
    }

    @Test
    void aBrowserIsLedToTheIssuer() throws OidcFailure {
        var begun = client.begin(7, settings("groups", false));

        assertThat(begun.address().toString()).startsWith(issuer.issuer() + "/authorize?");
        assertThat(query(begun.address()))
                .containsEntry("client_id", "flags")
                .containsEntry("response_type", "code")
                .containsEntry("redirect_uri", REDIRECT.toString())
                .containsEntry("scope", "openid email")
                .containsEntry("state", begun.login().state())
                .containsEntry("nonce", begun.login().nonce())
                .containsEntry("code_challenge_method", "S256")
                .doesNotContainValue(begun.login().verifier());
        assertThat(begun.login().provider()).isEqualTo(7);
    }

    @Test
    void everyLoginHasOtherSecrets() throws OidcFailure {
        var one = client.begin(7, settings("", false)).login();
        var other = client.begin(7, settings("", false)).login();

        assertThat(List.of(one.state(), one.nonce(), one.verifier()))
                .doesNotContain(other.state(), other.nonce(), other.verifier())
                .doesNotHaveDuplicates();
    }

    @Test
    void theTokenSaysWhoTheUserIs() throws OidcFailure {
        issuer.saying(claims -> claims.claim("email", "ana@acme.test")
                .claim("email_verified", true)
                .claim("given_name", "Ana")
                .claim("family_name", "Lee")
                .claim("groups", List.of("engineers", 7, "support")));

        assertThat(user("groups", false))
                .isEqualTo(new OidcUser("4711", "ana@acme.test", true, "Ana", "Lee", Set.of("engineers", "support")));
        assertThat(issuer.requestsFor("/userinfo")).isZero();
    }

    @Test
    void theIssuerIsAskedForWhatTheTokenLacks() throws OidcFailure {
        issuer.userInfo.putAll(Map.of("email", "ana@acme.test", "email_verified", true, "name", "Ana Lee"));

        assertThat(user("", false)).isEqualTo(new OidcUser("4711", "ana@acme.test", true, "Ana Lee", "", null));
    }

    @Test
    void anAddressIsVerifiedOnlyIfTheIssuerSaysSo() throws OidcFailure {
        issuer.saying(claims -> claims.claim("email", "ana@acme.test"));

        assertThat(user("", false).verified()).isFalse();
    }

    @Test
    void anAddressIsVerifiedIfTheConfigurationSaysSo() throws OidcFailure {
        issuer.saying(claims -> claims.claim("email", "ana@acme.test"));

        assertThat(user("", true).verified()).isTrue();
    }

    @Test
    void aRefusalIsToldApart() {
        assertThatThrownBy(() -> {
                    var login = client.begin(7, settings("", false)).login();
                    client.complete(
                            login, settings("", false), new Returned(null, login.state(), "access_denied", null));
                })
                .hasMessageContaining("access_denied");
    }

    @Test
    void aConfigurationThatWorksPassesTheTrial() throws OidcFailure {
        client.check(settings("", false));
    }

    @Test
    void theTrialSaysThatTheSecretIsWrong() {
        var wrong = new OidcSettings(issuer.issuer(), "flags", "wrong", REDIRECT, List.of(), "", false);

        assertFailure(Kind.EXCHANGE, wrong, "invalid_client");
    }

    @Test
    void theTrialSaysThatTheIssuerCallsItselfOtherwise() {
        issuer.description.put("issuer", issuer.issuer() + "/");

        assertFailure(Kind.DISCOVERY, settings("", false), "calls itself " + issuer.issuer() + "/");
    }

    @Test
    void theTrialSaysThatThereIsNoIssuer() {
        var nowhere =
                new OidcSettings(issuer.issuer() + "/realms/x", "flags", "secret", REDIRECT, List.of(), "", false);

        assertFailure(Kind.UNREACHABLE, nowhere, "404");
    }

    @Test
    void anInternalAddressIsNotAsked() {
        var checked = OutboundHttp.checkedBy(new OutboundHosts(new AddressRule(List.of()), InetAddress::getAllByName));
        var guarded = new OidcClient(checked, USED, Clock.systemUTC());

        assertThatThrownBy(() -> guarded.check(settings("", false))).hasMessageContaining("internal or private");
        assertThat(issuer.requestsFor("/.well-known/openid-configuration")).isZero();
    }

    /** Otherwise whoever is on the way reads the client secret. */
    @Test
    void aSecretIsNotSentInClear() {
        issuer.description.put("token_endpoint", "http://issuer.example.test/token");

        assertFailure(Kind.UNREACHABLE, settings("", false), "not https");
    }

    private OidcUser user(String groupsClaim, boolean trustsEmail) throws OidcFailure {
        var settings = settings(groupsClaim, trustsEmail);
        var begun = client.begin(7, settings);
        issuer.visit(begun.address());
        var login = begun.login();
        return client.complete(login, settings, new Returned(TestIssuer.CODE, login.state(), null, null));
    }

    private void assertFailure(Kind kind, OidcSettings settings, String said) {
        assertThatThrownBy(() -> client.check(settings))
                .isInstanceOfSatisfying(
                        OidcFailure.class, failure -> assertThat(failure.kind()).isEqualTo(kind))
                .hasMessageContaining(said);
    }

    private OidcSettings settings(String groupsClaim, boolean trustsEmail) {
        return new OidcSettings(
                issuer.issuer(),
                TestIssuer.CLIENT,
                TestIssuer.SECRET,
                REDIRECT,
                List.of("email"),
                groupsClaim,
                trustsEmail);
    }

    private static Map<String, String> query(URI uri) {
        return Arrays.stream(uri.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
