/** Logins by SAML: the configurations of organisations, and the attributes that users are read from. */
@NullMarked
package dev.flagledger.api.saml;

import org.jspecify.annotations.NullMarked;
