package dev.flagledger.access.ldap;

/** The directory cannot be asked, or is not configured as it is. The message is for the operator. */
public final class LdapFailure extends Exception {

    LdapFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
