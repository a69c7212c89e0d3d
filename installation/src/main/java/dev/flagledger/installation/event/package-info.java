/** Typed views of the ledger's events. */
@NullMarked
package dev.flagledger.installation.event;

import org.jspecify.annotations.NullMarked;
