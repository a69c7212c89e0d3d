/** Who may open an account: everybody, or the invited only. */
@NullMarked
package dev.flagledger.command.invite.rule;

import org.jspecify.annotations.NullMarked;
