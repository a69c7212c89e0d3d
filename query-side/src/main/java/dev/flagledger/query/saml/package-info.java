/** Reads of logins by SAML. */
@NullMarked
package dev.flagledger.query.saml;

import org.jspecify.annotations.NullMarked;
