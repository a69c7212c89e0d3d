/**
 * Administration of identities. Decisions about an identity, such as its overrides, belong to an aggregate in the
 * configuration log; its identifier and traits are in the log of identities. What concerns both is written in one
 * transaction. One package, because overrides and traits are parts of one resource, the identity.
 */
@NullMarked
package dev.flagledger.command.identity;

import org.jspecify.annotations.NullMarked;
