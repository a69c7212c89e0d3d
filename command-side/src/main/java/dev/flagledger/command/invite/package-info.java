/** Invites by mail, invite links, joining by them, and registration where only the invited may register. */
@NullMarked
package dev.flagledger.command.invite;

import org.jspecify.annotations.NullMarked;
