/** What may be asked of the events: filters, and the cursor by which lists are continued. */
@NullMarked
package dev.flagledger.query.event.ask;

import org.jspecify.annotations.NullMarked;
