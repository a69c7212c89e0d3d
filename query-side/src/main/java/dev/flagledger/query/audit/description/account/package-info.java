/** What is told of accounts and their logins. */
@NullMarked
package dev.flagledger.query.audit.description.account;

import org.jspecify.annotations.NullMarked;
