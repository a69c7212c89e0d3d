/**
 * Verification of a whole log against its tree and its signed heads, for auditors. Reads the tables through plain JDBC, without the
 * code that writes and reads them in a node, and without Spring.
 */
@NullMarked
package dev.flagledger.ledger.proof.verify;

import org.jspecify.annotations.NullMarked;
