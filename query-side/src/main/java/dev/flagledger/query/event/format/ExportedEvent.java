package dev.flagledger.query.event.format;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.flagledger.query.event.table.EventView;

/**
 * An event in an export.
 *
 * @param leaf the leaf hash of its entry, in Base64
 */
record ExportedEvent(@JsonUnwrapped EventView event, String leaf) {}
