/** Identities, that is users of applications: traits, and overrides for single identities. */
@NullMarked
package dev.flagledger.api.identity;

import org.jspecify.annotations.NullMarked;
