/** Logins through identity providers: what becomes of an account when a provider has said who somebody is. */
@NullMarked
package dev.flagledger.command.federation;

import org.jspecify.annotations.NullMarked;
