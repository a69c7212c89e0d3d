/**
 * Identities as people administer them. What is decided about one, such as an override, is guarded by an aggregate of the
 * configuration's log; its name and its traits are asked for of the log of identities, and where both are concerned they
 * are written in one transaction.
 */
@NullMarked
package dev.flagledger.command.identity;

import org.jspecify.annotations.NullMarked;
