/** The types that the ledger's events have here. */
@NullMarked
package dev.flagledger.installation.event;

import org.jspecify.annotations.NullMarked;
