/** The rules for new passwords. */
@NullMarked
package dev.flagledger.command.user.password;

import org.jspecify.annotations.NullMarked;
