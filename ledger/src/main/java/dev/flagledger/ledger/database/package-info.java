/**
 * Access to PostgreSQL: parameters of statements, how failures of the database are recognised, and a circuit breaker that
 * limits how long a node waits for it. Knows no table.
 */
@NullMarked
package dev.flagledger.ledger.database;

import org.jspecify.annotations.NullMarked;
