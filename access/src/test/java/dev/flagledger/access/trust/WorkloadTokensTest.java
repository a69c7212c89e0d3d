package dev.flagledger.access.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.flagledger.access.outbound.http.OutboundHttp;
import dev.flagledger.access.trust.TrustRefused.Reason;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.TrustEvent.TrustCreated;
import dev.flagledger.api.event.TrustEvent.TrustDeleted;
import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.trust.ClaimRule;
import dev.flagledger.api.trust.TrustDetails;
import dev.flagledger.api.trust.TrustRelationship;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.testing.WorkloadIssuer;
import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of an issuer on loopback, among them hostile ones. */
class WorkloadTokensTest {

    private static final String AUDIENCE = "flags";

    private final WorkloadIssuer issuer = WorkloadIssuer.start();
    private final OutboundHttp http = OutboundHttp.anywhere();
    private final WorkloadTokens tokens = new WorkloadTokens(new IssuerKeys(http), Clock.systemUTC());
    private final History history = Shop.withBasket()
            .then(
                    new ApiKeyCreated(Shop.ORGANISATION, new ApiKey(21, "abcdefgh", "ci", null, false)),
                    trust(51, AUDIENCE, new ClaimRule("repository", List.of("acme/*"))));

    @AfterEach
    void close() throws IOException {
        issuer.close();
        http.close();
    }

    @Test
    void aTokenThatMeetsTheRulesIsAccepted() throws TrustRefused {
        var workload = tokens.verify(valid(), history.state());

        assertThat(workload.trust().relationship().id()).isEqualTo(51);
        assertThat(workload.trust().actor().id()).isEqualTo(21);
        assertThat(workload.trust().actor().name()).isEqualTo("ci");
        assertThat(workload.subject()).isEqualTo("repo:acme/flags");
    }

    @Test
    void aTokenCanBeShownAgainAndTheKeysAreReadOnce() throws TrustRefused {
        var token = valid();
        tokens.verify(token, history.state());
        tokens.verify(token, history.state());

        assertThat(issuer.requests()).isEqualTo(2);
    }

    @Test
    void ecdsaIsAllowed() throws JOSEException, TrustRefused {
        var key = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        issuer.publish(new JWKSet(key.toPublicJWK()));

        var token = signed(JWSAlgorithm.ES256, "ec", claims().build(), new ECDSASigner(key));
        assertThat(tokens.verify(token, history.state()).subject()).isEqualTo("repo:acme/flags");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.b", "a.b.c", "....", "e30.e30.", "eyJhbGciOiJSUzI1NiJ9.W10.AA"})
    void whatIsNoTokenIsRefused(String shown) {
        assertThat(refusal(shown)).isIn(Reason.MALFORMED, Reason.UNKNOWN);
    }

    @Test
    void anUnsignedTokenIsRefused() {
        assertThat(refusal(new PlainJWT(claims().build()).serialize())).isEqualTo(Reason.ALGORITHM);
        var header = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8));
        assertThat(refusal(header + valid().substring(valid().indexOf('.')))).isIn(Reason.ALGORITHM, Reason.MALFORMED);
    }

    /** The public key, as a secret of HMAC, would verify what anyone can sign. */
    @Test
    void thePublicKeyIsNoSecret() throws JOSEException {
        RSAPublicKey known = issuer.key().toRSAPublicKey();
        for (var secret : List.of(
                known.getEncoded(), issuer.key().toPublicJWK().toJSONString().getBytes(UTF_8))) {
            var token = signed(JWSAlgorithm.HS256, "first", claims().build(), new MACSigner(secret));
            assertThat(refusal(token)).isEqualTo(Reason.ALGORITHM);
        }
    }

    @Test
    void otherAlgorithmsAreRefused() throws JOSEException {
        var token = signed(JWSAlgorithm.RS384, "first", claims().build(), new RSASSASigner(issuer.key()));
        assertThat(refusal(token)).isEqualTo(Reason.ALGORITHM);
    }

    @Test
    void aTokenSignedByAnotherKeyIsRefused() {
        assertThat(refusal(WorkloadIssuer.sign(claims().build(), WorkloadIssuer.newKey("first"))))
                .isEqualTo(Reason.INVALID);
        assertThat(refusal(WorkloadIssuer.sign(claims().build(), WorkloadIssuer.newKey("unknown"))))
                .isEqualTo(Reason.INVALID);
    }

    /** The header of a token must not say which key verifies it. */
    @Test
    void aKeyInTheTokenIsNotUsed() throws JOSEException {
        var own = WorkloadIssuer.newKey("first");
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("first")
                .jwk(own.toPublicJWK())
                .build();
        var token = new SignedJWT(header, claims().build());
        token.sign(new RSASSASigner(own));

        assertThat(refusal(token.serialize())).isEqualTo(Reason.INVALID);
    }

    @Test
    void modifiedClaimsAreRefused() {
        var parts = WorkloadIssuer.sign(
                        claims().claim("repository", "evil/flags").build(), issuer.key())
                .split("\\.", -1);
        var other = valid().split("\\.", -1);
        assertThat(refusal(parts[0] + "." + other[1] + "." + parts[2])).isEqualTo(Reason.INVALID);
    }

    @Test
    void anotherAudienceOrIssuerMatchesNothing() {
        assertThat(refusal(issuer.sign(issuer.claims("other").build()))).isEqualTo(Reason.UNKNOWN);
        assertThat(refusal(issuer.sign(claims().audience((String) null).build())))
                .isEqualTo(Reason.UNKNOWN);
        assertThat(refusal(issuer.sign(claims().issuer(issuer.address() + "/").build())))
                .isEqualTo(Reason.UNKNOWN);
        assertThat(refusal(issuer.sign(claims().issuer(null).build()))).isEqualTo(Reason.UNKNOWN);
        assertThat(issuer.requests()).as("nobody is asked").isZero();
    }

    @Test
    void anAudienceOfSeveralRelationshipsIsRefused() {
        history.then(
                new ApiKeyCreated(Shop.ORGANISATION, new ApiKey(22, "abcdefgi", "cd", null, false)), trust(52, "more"));

        assertThat(refusal(
                        issuer.sign(claims().audience(List.of(AUDIENCE, "more")).build())))
                .isEqualTo(Reason.AMBIGUOUS);
    }

    /** Whoever trusts the same issuer and audience does not get the others' workloads. */
    @Test
    void theRulesDecideBetweenSeveralRelationships() throws TrustRefused {
        history.then(
                new ApiKeyCreated(Shop.ORGANISATION, new ApiKey(22, "abcdefgi", "cd", null, false)),
                trust(52, AUDIENCE, new ClaimRule("repository", List.of("other/*"))));

        assertThat(tokens.verify(valid(), history.state())
                        .trust()
                        .relationship()
                        .id())
                .isEqualTo(51);
        var other = issuer.sign(claims().claim("repository", "other/flags").build());
        assertThat(tokens.verify(other, history.state()).trust().relationship().id())
                .isEqualTo(52);
        assertThat(refusal(
                        issuer.sign(claims().claim("repository", "evil/flags").build())))
                .isEqualTo(Reason.UNKNOWN);
    }

    @Test
    void aTokenIsValidForItsTime() {
        var past = Instant.now().minus(2, ChronoUnit.MINUTES);
        assertThat(refusal(issuer.sign(claims().expirationTime(Date.from(past)).build())))
                .isEqualTo(Reason.INVALID);
        assertThat(refusal(issuer.sign(claims().expirationTime(null).build()))).isEqualTo(Reason.INVALID);
        var future = Instant.now().plus(10, ChronoUnit.MINUTES);
        assertThat(refusal(issuer.sign(claims().notBeforeTime(Date.from(future)).build())))
                .isEqualTo(Reason.INVALID);
    }

    @Test
    void theRulesMustBeMet() {
        assertThat(refusal(
                        issuer.sign(claims().claim("repository", "evil/flags").build())))
                .isEqualTo(Reason.UNKNOWN);
        assertThat(refusal(issuer.sign(claims().claim("repository", null).build())))
                .isEqualTo(Reason.UNKNOWN);
    }

    @Test
    void aSubjectThatCannotBeRecordedIsRefused() {
        assertThat(refusal(issuer.sign(claims().subject("a\u0000b").build()))).isEqualTo(Reason.INVALID);
        assertThat(refusal(issuer.sign(claims().subject("x".repeat(1001)).build())))
                .isEqualTo(Reason.INVALID);
    }

    @Test
    void aDeletedRelationshipAcceptsNothing() {
        history.then(new TrustDeleted(Shop.ORGANISATION, 51));

        assertThat(refusal(valid())).isEqualTo(Reason.UNKNOWN);
    }

    @Test
    void anIssuerThatCallsItselfOtherwiseHasNoKeys() {
        issuer.rename("https://other.example.test");

        assertThat(refusal(valid())).isEqualTo(Reason.NO_KEYS);
    }

    @Test
    void unknownKeysAreNotLookedForAtEveryToken() {
        for (int i = 0; i < 5; i++) {
            refusal(WorkloadIssuer.sign(claims().build(), WorkloadIssuer.newKey("unknown" + i)));
        }
        assertThat(issuer.requests()).isLessThanOrEqualTo(3);
    }

    @Test
    void anIssuerThatCannotBeReachedHasNoKeys() {
        var token = valid();
        issuer.close();

        assertThat(refusal(token)).isEqualTo(Reason.NO_KEYS);
    }

    private Reason refusal(String token) {
        var refused = catchThrowableOfType(TrustRefused.class, () -> tokens.verify(token, history.state()));
        assertThat(refused).as("the token is refused").isNotNull();
        return refused.reason();
    }

    private String valid() {
        return issuer.sign(claims().build());
    }

    private JWTClaimsSet.Builder claims() {
        return issuer.claims(AUDIENCE);
    }

    private TrustCreated trust(int id, String audience, ClaimRule... rules) {
        var details = new TrustDetails("ci", issuer.address(), audience, List.of(rules));
        return new TrustCreated(Shop.ORGANISATION, new TrustRelationship(id, id - 30, details));
    }

    private static String signed(JWSAlgorithm algorithm, String key, JWTClaimsSet claims, JWSSigner signer)
            throws JOSEException {
        var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims);
        token.sign(signer);
        return token.serialize();
    }
}
