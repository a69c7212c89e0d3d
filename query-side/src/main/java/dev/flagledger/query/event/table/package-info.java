/** Reads rows of events from the audit log's read model, of the places that a caller may see. */
@NullMarked
package dev.flagledger.query.event.table;

import org.jspecify.annotations.NullMarked;
