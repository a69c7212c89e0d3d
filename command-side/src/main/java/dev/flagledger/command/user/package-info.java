/** User accounts: registration, login, logout and the user's name. */
@NullMarked
package dev.flagledger.command.user;

import org.jspecify.annotations.NullMarked;
