package dev.flagledger.access.trust;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.flagledger.access.trust.WorkloadTokens.Workload;
import dev.flagledger.ledger.secret.InstallationKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The tokens that workloads are given: JWTs, signed by a key of the installation with HMAC. They are not stored. They end with
 * their trust relationship, and after an hour.
 */
@Component
public final class TrustTokens {

    /** How long a token is accepted. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    private static final String TYPE = "token_type";
    private static final String TRUST_TYPE = "trust_relationship";
    private static final String TRUST = "trust_relationship_id";

    private final byte[] key;
    private final Clock clock;

    TrustTokens(InstallationKey key, Clock clock) {
        this.key = key.derive("trust tokens").getEncoded();
        this.clock = clock;
    }

    /** Returns a new token for a workload. */
    public String issue(Workload workload) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .claim(TYPE, TRUST_TYPE)
                .claim(TRUST, workload.trust().relationship().id())
                .jwtID(UUID.randomUUID().toString())
                .subject(workload.subject())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
        return token.serialize();
    }

    /** Returns the id of the relationship for which this server has issued a token; empty if it has expired or is none. */
    public Optional<Integer> trustOf(String shown) {
        try {
            var token = SignedJWT.parse(shown);
            if (!JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm()) || !token.verify(new MACVerifier(key))) {
                return Optional.empty();
            }
            var claims = token.getJWTClaimsSet();
            var expires = claims.getExpirationTime();
            boolean valid = TRUST_TYPE.equals(claims.getClaim(TYPE))
                    && expires != null
                    && expires.toInstant().isAfter(clock.instant());
            return valid ? Optional.ofNullable(claims.getIntegerClaim(TRUST)) : Optional.empty();
        } catch (ParseException | JOSEException _) {
            return Optional.empty();
        }
    }
}
