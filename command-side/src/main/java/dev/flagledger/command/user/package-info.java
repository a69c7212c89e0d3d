/** Accounts: registration, login and logout, and the name a person goes by. */
@NullMarked
package dev.flagledger.command.user;

import org.jspecify.annotations.NullMarked;
