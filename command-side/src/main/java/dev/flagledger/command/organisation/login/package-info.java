/** The ways in which members of an organisation may log in. */
@NullMarked
package dev.flagledger.command.organisation.login;

import org.jspecify.annotations.NullMarked;
