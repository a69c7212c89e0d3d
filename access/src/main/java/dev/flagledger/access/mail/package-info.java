/**
 * Mails to people. They are queued in the transaction of the change that they are about and sent in the background, at least once.
 * Without an SMTP server nothing is queued.
 */
@NullMarked
package dev.flagledger.access.mail;

import org.jspecify.annotations.NullMarked;
