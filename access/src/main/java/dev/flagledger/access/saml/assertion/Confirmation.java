package dev.flagledger.access.saml.assertion;

import dev.flagledger.access.saml.rejection.Reason;
import dev.flagledger.access.saml.rejection.SamlRejectedException;
import dev.flagledger.access.saml.xml.Elements;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * That whoever brings an assertion to this address is its subject.
 *
 * @param until when that ends
 * @param inResponseTo the request that is answered; null for none
 */
record Confirmation(Instant until, @Nullable String inResponseTo) {

    private static final String BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

    /** The confirmation that holds at this address now; rejected if there is none. */
    static Confirmation of(Assertion assertion, String recipient, Times times) {
        var here = assertion.confirmations().stream()
                .filter(confirmation -> BEARER.equals(confirmation.getAttribute("Method")))
                .flatMap(confirmation ->
                        Elements.children(confirmation, Elements.ASSERTIONS, "SubjectConfirmationData").stream())
                .filter(data -> recipient.equals(data.getAttribute("Recipient")))
                .toList();
        SamlRejectedException.require(!here.isEmpty(), Reason.RECIPIENT);
        return here.stream()
                .flatMap(data -> now(data, times))
                .findFirst()
                .orElseThrow(() -> new SamlRejectedException(Reason.EXPIRED));
    }

    private static Stream<Confirmation> now(Element data, Times times) {
        var until = Times.in(data, "NotOnOrAfter");
        return until != null && times.hasCome(Times.in(data, "NotBefore")) && times.isToCome(until)
                ? Stream.of(new Confirmation(
                        until, Elements.attribute(data, "InResponseTo").orElse(null)))
                : Stream.empty();
    }
}
