package dev.flagledger.access.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.flagledger.access.trust.WorkloadTokens.Workload;
import dev.flagledger.api.trust.TrustDetails;
import dev.flagledger.api.trust.TrustRelationship;
import dev.flagledger.engine.Shop;
import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.InstallationSecret;
import dev.flagledger.testing.TestDatabase;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class TrustTokensTest {

    private static final Instant NOW = Instant.parse("2031-03-04T09:10:11.5Z");
    private static final InstallationKey KEY = key();
    private static final Workload WORKLOAD = new Workload(
            new Trust(
                    Shop.open().state().organisation(Shop.ORGANISATION).orElseThrow(),
                    new TrustRelationship(
                            51, 21, new TrustDetails("ci", "https://ci.example.test", "flags", List.of()))),
            "repo:acme/flags");

    private final TrustTokens tokens = at(NOW);

    @Test
    void aTokenNamesItsRelationshipForAnHour() {
        var token = tokens.issue(WORKLOAD);

        assertThat(tokens.trustOf(token)).contains(51);
        assertThat(at(NOW.plus(Duration.ofMinutes(59))).trustOf(token)).contains(51);
        assertThat(at(NOW.plus(Duration.ofMinutes(60))).trustOf(token)).isEmpty();
    }

    @Test
    void itsClaimsAreThoseOfTheContract() throws ParseException {
        var claims = SignedJWT.parse(tokens.issue(WORKLOAD)).getJWTClaimsSet();

        assertThat(claims.getClaims())
                .containsOnlyKeys("token_type", "trust_relationship_id", "jti", "sub", "iat", "exp")
                .containsEntry("token_type", "trust_relationship")
                .containsEntry("sub", "repo:acme/flags");
        assertThat(claims.getJWTID())
                .isNotEqualTo(SignedJWT.parse(tokens.issue(WORKLOAD))
                        .getJWTClaimsSet()
                        .getJWTID());
    }

    @Test
    void modifiedTokensAreNone() {
        var token = tokens.issue(WORKLOAD);
        var end = token.lastIndexOf('.');
        var other = token.charAt(end - 3) == 'A' ? 'B' : 'A';

        assertThat(tokens.trustOf(token.substring(0, end - 3) + other + token.substring(end - 2)))
                .isEmpty();
        assertThat(tokens.trustOf(token.substring(0, end + 1))).isEmpty();
    }

    @Test
    void tokensOfOthersAreNone() throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .claim("token_type", "trust_relationship")
                .claim("trust_relationship_id", 51)
                .expirationTime(Date.from(NOW.plusSeconds(60)))
                .build();
        var signed = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        signed.sign(new MACSigner(new byte[32]));

        assertThat(tokens.trustOf(signed.serialize())).isEmpty();
        assertThat(tokens.trustOf(new PlainJWT(claims).serialize())).isEmpty();
    }

    /** Another kind of token, signed by the same key, would not become one of these. */
    @Test
    void aTokenOfAnotherTypeIsNone() throws JOSEException {
        var signed = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder()
                        .claim("token_type", "other")
                        .claim("trust_relationship_id", 51)
                        .expirationTime(Date.from(NOW.plusSeconds(60)))
                        .build());
        signed.sign(new MACSigner(KEY.derive("trust tokens").getEncoded()));

        assertThat(tokens.trustOf(signed.serialize())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "junk", "a.b.c", "0123456789012345678901234567890123456789"})
    void anythingElseIsNone(String shown) {
        assertThat(tokens.trustOf(shown)).isEmpty();
    }

    private static TrustTokens at(Instant now) {
        return new TrustTokens(KEY, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static InstallationKey key() {
        var jdbc = JdbcClient.create(TestDatabase.fresh().migrated().dataSource());
        return new InstallationKey(jdbc, new InstallationSecret(jdbc, "one"), "");
    }
}
