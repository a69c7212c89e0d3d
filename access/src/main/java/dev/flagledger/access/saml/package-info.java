/** Logins by SAML 2.0: this server as a service provider, its requests, and the responses of identity providers. */
@NullMarked
package dev.flagledger.access.saml;

import org.jspecify.annotations.NullMarked;
