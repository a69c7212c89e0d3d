/** Logins with the user name and password of a directory, such as OpenLDAP or Active Directory. */
@NullMarked
package dev.flagledger.access.ldap;

import org.jspecify.annotations.NullMarked;
