/** Identities: the users of an application, and the overrides kept for one of them. */
@NullMarked
package dev.flagledger.api.identity;

import org.jspecify.annotations.NullMarked;
