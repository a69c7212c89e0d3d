/** What users do with links in mails: reset their password, and confirm their address. */
@NullMarked
package dev.flagledger.command.user.mailed;

import org.jspecify.annotations.NullMarked;
