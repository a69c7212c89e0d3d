/** What all sides need to keep flags in the ledger. */
@NullMarked
package dev.flagledger.installation;

import org.jspecify.annotations.NullMarked;
