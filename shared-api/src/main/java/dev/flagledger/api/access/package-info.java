/** Permissions and the scopes on which they are held. */
@NullMarked
package dev.flagledger.api.access;

import org.jspecify.annotations.NullMarked;
