/** Logins by SAML: an organisation's configurations, and the login itself. */
@NullMarked
package dev.flagledger.command.saml;

import org.jspecify.annotations.NullMarked;
