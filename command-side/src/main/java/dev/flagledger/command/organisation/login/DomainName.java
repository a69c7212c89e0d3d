package dev.flagledger.command.organisation.login;

import java.util.regex.Pattern;

/**
 * The form of names of mail domains, in lower case. Internationalised ones are in the form that the domain name system has. The last label
 * begins with a letter, other than that of an address (RFC 3696, section 2).
 */
final class DomainName {

    /** The longest name that the domain name system has. */
    static final int MAX = 253;

    static final String INVALID = "Enter a valid domain.";

    private static final Pattern FORM =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private DomainName() {}

    static boolean isValid(String name) {
        return FORM.matcher(name).matches();
    }
}
