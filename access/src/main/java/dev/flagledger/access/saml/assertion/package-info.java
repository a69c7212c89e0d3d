/** Whether an assertion is meant for this server and now, and what it says about the user. */
@NullMarked
package dev.flagledger.access.saml.assertion;

import org.jspecify.annotations.NullMarked;
