package dev.flagledger.access.saml;

import dev.flagledger.access.federation.used.UsedLogins;
import dev.flagledger.access.federation.used.UsedLogins.Protocol;
import dev.flagledger.access.saml.assertion.AssertionVerifier;
import dev.flagledger.access.saml.assertion.Expectation;
import dev.flagledger.access.saml.assertion.VerifiedAssertion;
import dev.flagledger.access.saml.metadata.IdentityProvider;
import dev.flagledger.access.saml.metadata.ServiceProvider;
import dev.flagledger.access.saml.rejection.Reason;
import dev.flagledger.access.saml.rejection.SamlRejectedException;
import dev.flagledger.access.saml.request.RequestIds;
import dev.flagledger.access.saml.xml.ResponseReader;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Verifies responses of identity providers, each of which is accepted once. */
@Component
public final class LoginVerifier {

    /** By how much the clocks of both sides may differ. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final RequestIds requests;
    private final UsedLogins used;
    private final Clock clock;

    public LoginVerifier(RequestIds requests, UsedLogins used, Clock clock) {
        this.requests = requests;
        this.used = used;
        this.clock = clock;
    }

    /**
     * The two sides of a login.
     *
     * @param configurationId the configuration that the login is by
     * @param unsolicited whether the identity provider may start a login; then nothing is gained by asking who started one
     * @param begun knows the ids of the requests that the browser has begun, which brings the response
     */
    public record Parties(
            int configurationId,
            IdentityProvider identityProvider,
            ServiceProvider serviceProvider,
            boolean unsolicited,
            Predicate<String> begun) {}

    /**
     * Verifies a response, which is used up by that.
     *
     * @param encoded the response as the form has it, in Base64
     * @throws SamlRejectedException if it is not accepted
     */
    public VerifiedAssertion verify(String encoded, Parties parties) {
        var assertion = examine(encoded, parties);
        var request = assertion.inResponseTo();
        SamlRejectedException.require(
                parties.unsolicited() || (request != null && parties.begun().test(request)), Reason.BROWSER);
        use(parties.configurationId(), assertion);
        return assertion;
    }

    /**
     * Examines a response as {@link #verify} does, but changes nothing: it does not ask which browser brings the response, nor whether it was
     * used already. Nobody may be let in by that.
     *
     * @param encoded the response as the form has it, in Base64
     * @throws SamlRejectedException if no browser's would be accepted
     */
    public VerifiedAssertion examine(String encoded, Parties parties) {
        var response = ResponseReader.read(
                decoded(encoded),
                parties.identityProvider().keys(),
                parties.serviceProvider().key());
        var expected = new Expectation(
                parties.identityProvider().entityId(),
                parties.serviceProvider().entityId(),
                parties.serviceProvider().consumer().toString(),
                parties.unsolicited(),
                id -> requests.isIssued(id, parties.configurationId()));
        return new AssertionVerifier(expected, clock.instant(), SKEW).verify(response);
    }

    /** A request is answered once, too. */
    private void use(int configuration, VerifiedAssertion assertion) {
        boolean first = used.use(Protocol.SAML, configuration, assertion.id(), assertion.until());
        var request = assertion.inResponseTo();
        if (first && request != null) {
            first = used.use(
                    Protocol.SAML, configuration, request, clock.instant().plus(RequestIds.LIFETIME));
        }
        SamlRejectedException.require(first, Reason.REPLAYED);
    }

    /** Line breaks are allowed in the Base64 of forms. */
    private static byte[] decoded(String encoded) {
        try {
            return Base64.getMimeDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            throw new SamlRejectedException(Reason.MALFORMED, e);
        }
    }
}
