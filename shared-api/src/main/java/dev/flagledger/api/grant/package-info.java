/** Permissions granted to members and groups: who holds which, where, and the commands about them. */
@NullMarked
package dev.flagledger.api.grant;

import org.jspecify.annotations.NullMarked;
