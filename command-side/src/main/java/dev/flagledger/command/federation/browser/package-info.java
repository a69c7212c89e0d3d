/** What browsers do in a login with an identity provider: they go there, return, and keep what shows that they are the same. */
@NullMarked
package dev.flagledger.command.federation.browser;

import org.jspecify.annotations.NullMarked;
