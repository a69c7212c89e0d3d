/** The end of every login, however the user has proved who they are. */
@NullMarked
package dev.flagledger.command.user.login;

import org.jspecify.annotations.NullMarked;
