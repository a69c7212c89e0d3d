/** The ways in which members of an organisation may log in, and the mail domains that it owns. */
@NullMarked
package dev.flagledger.command.organisation.login;

import org.jspecify.annotations.NullMarked;
