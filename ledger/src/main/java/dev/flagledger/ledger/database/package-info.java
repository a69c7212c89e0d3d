/**
 * What a node does while its PostgreSQL cannot be used: it recognises that, whatever library says so, and asks no longer than it
 * must. Knows no table.
 */
@NullMarked
package dev.flagledger.ledger.database;

import org.jspecify.annotations.NullMarked;
