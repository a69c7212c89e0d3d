package dev.flagledger.access.saml.assertion;

import static dev.flagledger.access.saml.rejection.SamlRejectedException.require;

import dev.flagledger.access.saml.rejection.Reason;
import dev.flagledger.access.saml.xml.Envelope;
import dev.flagledger.access.saml.xml.SecureXml;
import dev.flagledger.access.saml.xml.SignedResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides whether a response that is signed is for this server now (SAML profiles, 4.1.4.3). */
public final class AssertionVerifier {

    private final Expectation expected;
    private final Times times;

    /** @param skew by how much the clocks of both sides may differ */
    public AssertionVerifier(Expectation expected, Instant now, Duration skew) {
        this.expected = expected;
        this.times = new Times(now, skew);
    }

    /**
     * Verifies a response.
     *
     * @throws dev.flagledger.access.saml.rejection.SamlRejectedException if it is not accepted
     */
    public VerifiedAssertion verify(SignedResponse response) {
        var envelope = response.envelope();
        require(envelope.status().equals(Envelope.SUCCESS), Reason.STATUS);
        require(envelope.issuer() == null || envelope.issuer().equals(expected.issuer()), Reason.ISSUER);
        requireDestination(response);

        var assertion = new Assertion(SecureXml.parse(response.assertion()).getDocumentElement());
        require(assertion.issuer().filter(expected.issuer()::equals).isPresent(), Reason.ISSUER);
        var confirmed = Confirmation.of(assertion, expected.recipient(), times);
        requireRequest(envelope.inResponseTo(), confirmed.inResponseTo());
        Conditions.require(assertion, expected.audience(), times);
        requireSession(assertion);
        return new VerifiedAssertion(
                assertion.id(),
                confirmed.until().plus(times.skew()),
                confirmed.inResponseTo(),
                StatementReader.read(assertion));
    }

    /** A signed response has to say where it was sent to (SAML bindings, 3.5.5.2). */
    private void requireDestination(SignedResponse response) {
        var destination = response.envelope().destination();
        require(
                destination == null ? !response.isSigned() : destination.equals(expected.recipient()),
                Reason.DESTINATION);
    }

    /** Only the assertion is sure to be signed, so its id decides; that of the response must not differ. */
    private void requireRequest(@Nullable String ofResponse, @Nullable String ofAssertion) {
        require(Objects.equals(ofResponse, ofAssertion), Reason.REQUEST);
        require(
                ofAssertion == null
                        ? expected.unsolicited()
                        : expected.requests().test(ofAssertion),
                Reason.REQUEST);
    }

    private void requireSession(Assertion assertion) {
        var sessions = assertion.sessions();
        require(!sessions.isEmpty(), Reason.SUBJECT);
        require(
                sessions.stream().allMatch(session -> times.isToCome(Times.in(session, "SessionNotOnOrAfter"))),
                Reason.EXPIRED);
    }
}
