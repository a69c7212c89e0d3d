package dev.flagledger.access.saml.assertion;

import dev.flagledger.access.saml.rejection.Reason;
import dev.flagledger.access.saml.rejection.SamlRejectedException;
import dev.flagledger.access.saml.xml.Elements;
import java.util.Set;
import org.w3c.dom.Element;

/** The conditions of an assertion (SAML core, 2.5). */
final class Conditions {

    private static final String AUDIENCES = "AudienceRestriction";

    /** One use is all that any assertion gets here, and this server proxies none. */
    private static final Set<String> UNDERSTOOD = Set.of(AUDIENCES, "OneTimeUse", "ProxyRestriction");

    private Conditions() {}

    /** Requires that the assertion is valid now, for this audience, and has no condition that is not understood. */
    static void require(Assertion assertion, String audience, Times times) {
        var conditions = assertion.conditions().orElseThrow(() -> new SamlRejectedException(Reason.AUDIENCE));
        SamlRejectedException.require(
                times.hasCome(Times.in(conditions, "NotBefore"))
                        && times.isToCome(Times.in(conditions, "NotOnOrAfter")),
                Reason.EXPIRED);
        var restrictions = Elements.children(conditions, Elements.ASSERTIONS, AUDIENCES);
        SamlRejectedException.require(
                !restrictions.isEmpty() && restrictions.stream().allMatch(one -> names(one, audience)),
                Reason.AUDIENCE);
        SamlRejectedException.require(
                Elements.children(conditions).stream().allMatch(Conditions::isUnderstood), Reason.MALFORMED);
    }

    private static boolean names(Element restriction, String audience) {
        return Elements.children(restriction, Elements.ASSERTIONS, "Audience").stream()
                .anyMatch(one -> Elements.text(one).equals(audience));
    }

    private static boolean isUnderstood(Element condition) {
        return Elements.ASSERTIONS.equals(condition.getNamespaceURI()) && UNDERSTOOD.contains(condition.getLocalName());
    }
}
