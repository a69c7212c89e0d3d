/** Verification of a log in a database: its rows and tiles, read in one snapshot, one after the other. */
@NullMarked
package dev.flagledger.ledger.proof.verify.database;

import org.jspecify.annotations.NullMarked;
