/** Why a response of an identity provider is not accepted. */
@NullMarked
package dev.flagledger.access.saml.rejection;

import org.jspecify.annotations.NullMarked;
