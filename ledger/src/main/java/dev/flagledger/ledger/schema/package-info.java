/** The tables of the ledger, in a schema of their own with a history of their own. */
@NullMarked
package dev.flagledger.ledger.schema;

import org.jspecify.annotations.NullMarked;
