/** The secret of the installation, and what is derived from it. */
@NullMarked
package dev.flagledger.ledger.secret;

import org.jspecify.annotations.NullMarked;
