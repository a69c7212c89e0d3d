package dev.flagledger.access.ldap;

import dev.flagledger.access.federation.FederatedIdentity;

/** What the directory says about a user name with a password. */
sealed interface LdapAnswer {

    /** Whose they are, who may log in. */
    record Known(FederatedIdentity person) implements LdapAnswer {}

    /** The directory knows no such name with this password. */
    record Refused() implements LdapAnswer {}

    /** There is not exactly one user with this name, or their entry cannot be read. */
    record Missing() implements LdapAnswer {}

    /**
     * The user may not log in, since they are not in the group for that.
     *
     * @param dn the user's entry
     */
    record Outside(String dn) implements LdapAnswer {}
}
