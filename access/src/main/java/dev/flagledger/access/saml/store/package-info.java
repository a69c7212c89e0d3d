/** What is kept of SAML logins: keys of the service provider, and what was used already. */
@NullMarked
package dev.flagledger.access.saml.store;

import org.jspecify.annotations.NullMarked;
