/** The database schemas of the modules, each with a Flyway history of its own. */
@NullMarked
package dev.flagledger.ledger.schema;

import org.jspecify.annotations.NullMarked;
