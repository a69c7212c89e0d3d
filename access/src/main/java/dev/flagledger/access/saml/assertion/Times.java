package dev.flagledger.access.saml.assertion;

import dev.flagledger.access.saml.rejection.Reason;
import dev.flagledger.access.saml.rejection.SamlRejectedException;
import dev.flagledger.access.saml.xml.Elements;
import java.time.Duration;
import java.time.Instant;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Compares times of an assertion with now.
 *
 * @param skew by how much the clocks of both sides may differ
 */
record Times(Instant now, Duration skew) {

    /** A time in an attribute; null if it is absent. Without zone it is in UTC, as SAML demands. */
    static @Nullable Instant in(Element element, String attribute) {
        return Elements.attribute(element, attribute).map(Times::parsed).orElse(null);
    }

    private static Instant parsed(String text) {
        try {
            var time = DatatypeFactory.newDefaultInstance().newXMLGregorianCalendar(text.strip());
            if (time.getTimezone() == DatatypeConstants.FIELD_UNDEFINED) {
                time.setTimezone(0);
            }
            return time.toGregorianCalendar().toInstant();
        } catch (IllegalArgumentException e) {
            throw new SamlRejectedException(Reason.MALFORMED, e);
        }
    }

    /** Whether the time has come; null is none to wait for. */
    boolean hasCome(@Nullable Instant time) {
        return time == null || !time.isAfter(now.plus(skew));
    }

    /** Whether the time is still to come; null never ends. */
    boolean isToCome(@Nullable Instant time) {
        return time == null || time.isAfter(now.minus(skew));
    }
}
