/** What can be told of a configuration of SAML before anybody logs in with it. */
@NullMarked
package dev.flagledger.access.saml.trial;

import org.jspecify.annotations.NullMarked;
