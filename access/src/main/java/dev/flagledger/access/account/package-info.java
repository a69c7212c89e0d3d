/** The use of accounts: its rules and changes, and what proves that somebody reads the mails of an account. */
@NullMarked
package dev.flagledger.access.account;

import org.jspecify.annotations.NullMarked;
