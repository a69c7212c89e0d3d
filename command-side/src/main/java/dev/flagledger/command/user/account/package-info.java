/** Users change their own account, and superusers those of others. */
@NullMarked
package dev.flagledger.command.user.account;

import org.jspecify.annotations.NullMarked;
