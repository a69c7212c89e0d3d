/** Events as they are stored, for auditors and other installations. */
@NullMarked
package dev.flagledger.ledger.extract;

import org.jspecify.annotations.NullMarked;
