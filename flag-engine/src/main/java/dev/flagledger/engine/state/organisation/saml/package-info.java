/** An organisation's logins by SAML. */
@NullMarked
package dev.flagledger.engine.state.organisation.saml;

import org.jspecify.annotations.NullMarked;
