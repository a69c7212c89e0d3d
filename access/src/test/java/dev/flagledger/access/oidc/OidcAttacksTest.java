package dev.flagledger.access.oidc;

import static dev.flagledger.access.oidc.OidcFailure.Kind.STATE;
import static dev.flagledger.access.oidc.OidcFailure.Kind.TOKEN;
import static dev.flagledger.testing.TestIssuer.signed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import dev.flagledger.access.federation.used.UsedLogins;
import dev.flagledger.access.outbound.http.OutboundHttp;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestIssuer;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Known attacks. Each differs in one thing from a login that succeeds. */
class OidcAttacksTest {

    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.fresh().migrated().dataSource());

    private final TestIssuer issuer = new TestIssuer();
    private final OutboundHttp http = OutboundHttp.anywhere();
    private final OidcClient client = new OidcClient(http, new UsedLogins(JDBC), Clock.systemUTC());
    private final OidcSettings settings = new OidcSettings(
            issuer.issuer(),
            TestIssuer.CLIENT,
            TestIssuer.SECRET,
            URI.create("https://flags.example.test/api/v1/auth/oidc/acme/response/"),
            List.of("email"),
            "",
            false);

    @AfterEach
    void close() throws IOException {
        http.close();
        issuer.close();
    }

    @Test
    void withoutAnAttackTheLoginSucceeds() throws OidcFailure {
        assertThat(completed(begun()).subject()).isEqualTo("4711");
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        issuer.saying(claims -> claims.issuer("https://other.example.test"));

        assertRefused(TOKEN);
    }

    @Test
    void aTokenForAnotherClientIsRefused() {
        issuer.saying(claims -> claims.audience("other"));

        assertRefused(TOKEN);
    }

    @Test
    void aTokenForSeveralClientsThatAnotherOneAskedForIsRefused() {
        issuer.saying(
                claims -> claims.audience(List.of(TestIssuer.CLIENT, "other")).claim("azp", "other"));

        assertRefused(TOKEN);
    }

    /** Somebody else's token is put into this login. */
    @Test
    void aTokenOfAnotherLoginIsRefused() {
        issuer.saying(claims -> claims.claim("nonce", "of-another-login"));
        assertRefused(TOKEN);
    }

    @Test
    void aTokenWithoutNonceIsRefused() {
        issuer.saying(claims -> claims.claim("nonce", null));

        assertRefused(TOKEN);
    }

    @Test
    void anExpiredTokenIsRefused() {
        issuer.saying(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600))));

        assertRefused(TOKEN);
    }

    @Test
    void anUnsignedTokenIsRefused() {
        issuer.signing(PlainJWT::new);

        assertRefused(TOKEN);
    }

    /** The public key is everybody's, and must not be taken for the secret of a MAC. */
    @Test
    void aTokenWithAMacByThePublicKeyIsRefused() {
        issuer.signing(claims -> signed(JWSAlgorithm.HS256, issuer.key.getKeyID(), mac(publicKey()), claims));

        assertRefused(TOKEN);
    }

    /** Whoever administers the organisation knows the client secret, but is not the issuer. */
    @Test
    void aTokenWithAMacByTheClientSecretIsRefused() {
        var secret = TestIssuer.SECRET.repeat(8).getBytes(UTF_8);
        issuer.signing(claims -> signed(JWSAlgorithm.HS256, issuer.key.getKeyID(), mac(secret), claims));

        assertRefused(TOKEN);
    }

    @Test
    void aTokenByAnotherKeyOfTheSameNameIsRefused() {
        var other = TestIssuer.rsa(issuer.key.getKeyID());
        issuer.signing(claims -> signed(JWSAlgorithm.RS256, other, claims));

        assertRefused(TOKEN);
    }

    /** Somebody sends the same address and the same cookie again, on another node, and the issuer would accept that. */
    @Test
    void aCodeIsGoodOnce() throws OidcFailure {
        issuer.careless();
        var login = begun();
        completed(login);

        assertFailure(STATE, () -> completed(login));
        var otherNode = new OidcClient(http, new UsedLogins(JDBC), Clock.systemUTC());
        var again = new Returned(TestIssuer.CODE, login.state(), null, null);
        assertFailure(STATE, () -> otherNode.complete(login, settings, again));
        assertThat(issuer.requestsFor("/token")).isOne();
        assertThat(completed(begun()).subject()).as("another login").isEqualTo("4711");
    }

    @Test
    void theStateOfAnotherLoginIsRefused() throws OidcFailure {
        var login = begun();
        var other = begun();

        assertFailure(STATE, () -> complete(login, new Returned(TestIssuer.CODE, other.state(), null, null)));
        assertFailure(STATE, () -> complete(login, new Returned(TestIssuer.CODE, null, null, null)));
        assertThat(issuer.requestsFor("/token")).isZero();
    }

    /** The browser was led to one issuer, and another one has answered (RFC 9207). */
    @Test
    void theAnswerOfAnotherIssuerIsRefused() throws OidcFailure {
        var login = begun();

        assertFailure(
                STATE,
                () -> complete(
                        login, new Returned(TestIssuer.CODE, login.state(), null, "https://other.example.test")));
    }

    @Test
    void anIssuerThatNamesItselfAlwaysMustDoSo() {
        issuer.description.put("authorization_response_iss_parameter_supported", true);

        assertRefused(STATE);
    }

    @Test
    void aLoginThatTookTooLongIsRefused() throws OidcFailure {
        var login = begun();
        var later = new OidcClient(http, new UsedLogins(JDBC), Clock.offset(Clock.systemUTC(), Duration.ofMinutes(16)));

        assertFailure(
                STATE, () -> later.complete(login, settings, new Returned(TestIssuer.CODE, login.state(), null, null)));
    }

    @Test
    void whatIsSaidOfAnotherUserIsRefused() {
        issuer.userInfo.put("sub", "4712");
        issuer.userInfo.put("email", "victim@example.test");

        assertRefused(TOKEN);
    }

    @Test
    void theCodeIsBoundToTheBrowserThatAskedForIt() throws OidcFailure {
        var login = begun();
        completed(login);

        assertThat(issuer.tokenRequest()).contains("code_verifier=" + login.verifier());
    }

    private OidcLogin begun() throws OidcFailure {
        var begun = client.begin(7, settings);
        issuer.visit(begun.address());
        return begun.login();
    }

    private OidcUser completed(OidcLogin login) throws OidcFailure {
        return complete(login, new Returned(TestIssuer.CODE, login.state(), null, null));
    }

    private OidcUser complete(OidcLogin login, Returned returned) throws OidcFailure {
        return client.complete(login, settings, returned);
    }

    private void assertRefused(OidcFailure.Kind kind) {
        assertFailure(kind, () -> completed(begun()));
    }

    private interface Login {
        Object run() throws OidcFailure;
    }

    private static void assertFailure(OidcFailure.Kind kind, Login login) {
        assertThatThrownBy(login::run)
                .asInstanceOf(type(OidcFailure.class))
                .extracting(OidcFailure::kind)
                .isEqualTo(kind);
    }

    private byte[] publicKey() {
        try {
            return issuer.key.toRSAPublicKey().getEncoded();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static MACSigner mac(byte[] secret) {
        try {
            return new MACSigner(secret);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
