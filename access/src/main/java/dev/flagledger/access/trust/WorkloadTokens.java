package dev.flagledger.access.trust;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.flagledger.access.trust.TrustRefused.Reason;
import dev.flagledger.contract.form.value.TextRules;
import dev.flagledger.engine.state.Installation;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Verifies the tokens of workloads. A token may be shown again until it expires, as by the steps of one CI job. */
@Component
public final class WorkloadTokens {

    private static final Logger LOG = LoggerFactory.getLogger(WorkloadTokens.class);

    /** Only signatures with a key that the issuer keeps for itself. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    private static final Set<String> REQUIRED = Set.of("iss", "aud", "exp");
    private static final int CLOCK_SKEW_SECONDS = 60;
    private static final int MAX_SUBJECT = 1_000;

    private final IssuerKeys keys;
    private final Clock clock;

    WorkloadTokens(IssuerKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * A workload that an organisation trusts.
     *
     * @param subject whom the token is about; empty if it does not say
     */
    public record Workload(Trust trust, String subject) {}

    /**
     * Verifies a token and returns who has it.
     *
     * @throws TrustRefused if no organisation trusts it
     */
    public Workload verify(String token, Installation installation) throws TrustRefused {
        var signed = parsed(token);
        var trusts = trusts(signed, installation);
        var claims = verified(signed, trusts);
        var trust = decided(trusts, claims);
        return new Workload(trust, Objects.requireNonNullElse(claims.getSubject(), ""));
    }

    private static SignedJWT parsed(String token) throws TrustRefused {
        JWT parsed;
        try {
            parsed = JWTParser.parse(token);
        } catch (ParseException e) {
            throw new TrustRefused(Reason.MALFORMED, e);
        }
        if (parsed instanceof EncryptedJWT) {
            throw new TrustRefused(Reason.MALFORMED);
        }
        if (parsed instanceof SignedJWT signed
                && ALGORITHMS.contains(signed.getHeader().getAlgorithm())) {
            return signed;
        }
        throw new TrustRefused(Reason.ALGORITHM);
    }

    /** Found before the signature is verified, since it says whose keys must have signed it. */
    private static List<Trust> trusts(SignedJWT token, Installation installation) throws TrustRefused {
        JWTClaimsSet claims;
        try {
            claims = token.getJWTClaimsSet();
        } catch (ParseException e) {
            throw new TrustRefused(Reason.MALFORMED, e);
        }
        var issuer = Objects.requireNonNullElse(claims.getIssuer(), "");
        var matching = Trust.in(installation, issuer, claims.getAudience());
        if (matching.isEmpty()) {
            throw new TrustRefused(Reason.UNKNOWN);
        }
        return matching;
    }

    /** Returns the one relationship whose rules the claims meet: organisations may trust the same issuer and audience. */
    private static Trust decided(List<Trust> trusts, JWTClaimsSet claims) throws TrustRefused {
        var met = trusts.stream()
                .filter(trust -> ClaimMatcher.meets(
                        claims.getClaims(), trust.relationship().details().claimRules()))
                .toList();
        return switch (met.size()) {
            case 0 -> throw new TrustRefused(Reason.UNKNOWN);
            case 1 -> met.getFirst();
            default -> throw new TrustRefused(Reason.AMBIGUOUS);
        };
    }

    /** All of the relationships have the same issuer. */
    private JWTClaimsSet verified(SignedJWT token, List<Trust> trusts) throws TrustRefused {
        var issuer = trusts.getFirst().relationship().details().issuer();
        var audiences = trusts.stream()
                .map(trust -> trust.relationship().details().audience())
                .collect(Collectors.toSet());
        try {
            var claims = processor(keys.of(issuer), issuer, audiences).process(token, null);
            var subject = claims.getSubject();
            if (subject != null && TextRules.problemOf(subject, MAX_SUBJECT).isPresent()) {
                throw new TrustRefused(Reason.INVALID);
            }
            return claims;
        } catch (IOException | KeySourceException e) {
            LOG.info("The keys of {} cannot be read: {}", issuer, e.getMessage());
            throw new TrustRefused(Reason.NO_KEYS, e);
        } catch (BadJOSEException | JOSEException e) {
            LOG.debug("A token of {} is refused: {}", issuer, e.getMessage());
            throw new TrustRefused(Reason.INVALID, e);
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor(
            JWKSource<SecurityContext> source, String issuer, Set<String> audiences) {
        var expected = new JWTClaimsSet.Builder().issuer(issuer).build();
        var verifier = new DefaultJWTClaimsVerifier<SecurityContext>(audiences, expected, REQUIRED, Set.of()) {
            @Override
            protected Date currentTime() {
                return Date.from(clock.instant());
            }
        };
        verifier.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, source));
        processor.setJWTClaimsSetVerifier(verifier);
        return processor;
    }
}
