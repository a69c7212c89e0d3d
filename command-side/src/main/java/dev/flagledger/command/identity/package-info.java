/** Identities: overriding a feature for one of them. */
@NullMarked
package dev.flagledger.command.identity;

import org.jspecify.annotations.NullMarked;
