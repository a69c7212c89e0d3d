package dev.flagledger.access.ldap;

import com.unboundid.ldap.sdk.LDAPException;

/** The directory cannot be asked, or is not configured as it is. The message is one line for the operator. */
public final class LdapFailure extends Exception {

    private static final int MAX_LENGTH = 500;

    LdapFailure(String problem, LDAPException cause) {
        super(printable(problem + ": " + cause.getResultCode() + ": " + innermost(cause)), cause);
    }

    /** The library wraps what the network says, such as that a certificate is not trusted, several times. */
    private static String innermost(Throwable failure) {
        var inner = failure;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        var message = inner.getMessage();
        return message == null ? inner.getClass().getSimpleName() : message;
    }

    /** The directory has a say in the text. */
    private static String printable(String text) {
        var clean = text.replaceAll("[^ -~]", "?");
        return clean.substring(0, Math.min(clean.length(), MAX_LENGTH));
    }
}
