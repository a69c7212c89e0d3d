/** What is kept of SAML logins: keys of the service provider, what was used already, and one-time codes. */
@NullMarked
package dev.flagledger.access.saml.store;

import org.jspecify.annotations.NullMarked;
