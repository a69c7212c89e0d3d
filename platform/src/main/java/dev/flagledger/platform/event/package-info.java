/** The events of this domain, as the ledger hands them out. */
@NullMarked
package dev.flagledger.platform.event;

import org.jspecify.annotations.NullMarked;
