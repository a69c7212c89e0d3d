/** The keys of this server as a SAML service provider. */
@NullMarked
package dev.flagledger.access.saml.store;

import org.jspecify.annotations.NullMarked;
