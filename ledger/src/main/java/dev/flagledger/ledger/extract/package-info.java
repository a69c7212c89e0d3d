/**
 * Events as they are stored, for auditors and other installations: read by scope, and as a file, the extract, that proves what it
 * contains. One package, because writing, verifying and importing share the forms of its lines.
 */
@NullMarked
package dev.flagledger.ledger.extract;

import org.jspecify.annotations.NullMarked;
