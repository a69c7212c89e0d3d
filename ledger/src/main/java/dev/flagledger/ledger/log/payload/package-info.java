/**
 * The stored form of events: canonical JSON under their logical names, in numbered revisions, with the texts about a person
 * sealed.
 */
@NullMarked
package dev.flagledger.ledger.log.payload;

import org.jspecify.annotations.NullMarked;
