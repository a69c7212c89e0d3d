/** The secret of the installation, the keys derived from it, and the primitives that use them. */
@NullMarked
package dev.flagledger.ledger.secret;

import org.jspecify.annotations.NullMarked;
