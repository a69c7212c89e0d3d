package dev.flagledger.api.saml;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is read of a user from attributes of an assertion. */
public enum SamlAttribute {
    EMAIL,
    FIRST_NAME,
    LAST_NAME,
    GROUPS;

    /** Returns the name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the names on the wire. */
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(SamlAttribute::wireName).toList();
    }

    /** Returns the one with a name on the wire, which must exist. */
    public static SamlAttribute of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
