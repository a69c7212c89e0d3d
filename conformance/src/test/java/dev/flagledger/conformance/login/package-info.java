/** Logins through real identity providers. */
@NullMarked
package dev.flagledger.conformance.login;

import org.jspecify.annotations.NullMarked;
