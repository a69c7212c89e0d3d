/**
 * Events as they are stored in a file, the extract, that proves what it contains, for auditors and other installations. One package, because writing, verifying and importing share the forms of its lines.
 */
@NullMarked
package dev.flagledger.ledger.extract;

import org.jspecify.annotations.NullMarked;
