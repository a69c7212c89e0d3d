package dev.flagledger.access.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.flagledger.access.outbound.ForeignText;

/** The directory cannot be asked, or is not configured as it is. The message is one line for the operator. */
public final class LdapFailure extends Exception {

    private static final int MAX_LENGTH = 500;

    private LdapFailure(String problem, LDAPException cause) {
        super(
                ForeignText.printable(problem + ": " + cause.getResultCode() + ": " + innermost(cause), MAX_LENGTH),
                cause);
    }

    static LdapFailure unasked(LDAPException cause) {
        return new LdapFailure("The directory cannot be asked", cause);
    }

    static LdapFailure unbound(LDAPException cause) {
        return new LdapFailure("FLAGLEDGER_LDAP_BIND_DN cannot log in", cause);
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
}
