/**
 * Events as they are stored, for auditors and other installations: read by scope, and as a file, the extract, that proves what it
 * contains.
 */
@NullMarked
package dev.flagledger.ledger.extract;

import org.jspecify.annotations.NullMarked;
