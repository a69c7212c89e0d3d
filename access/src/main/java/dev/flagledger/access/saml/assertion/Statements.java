package dev.flagledger.access.saml.assertion;

import java.util.List;
import java.util.Map;

/**
 * What an assertion says about the user.
 *
 * @param nameId the name of the user
 * @param format the format of the name; empty if none is given
 * @param attributes the values of attributes, by name and by friendly name
 */
public record Statements(String nameId, String format, Map<String, List<String>> attributes) {

    private static final String TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";
    private static final String EMAIL = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";

    /** Whether the name is for one session only. */
    boolean isTransient() {
        return format.equals(TRANSIENT);
    }

    /** Whether the name is an e-mail address. */
    boolean isEmail() {
        return format.equals(EMAIL);
    }
}
