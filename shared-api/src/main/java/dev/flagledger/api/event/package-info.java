/**
 * The events that the log holds, one sealed family for each kind of stream. Their stored names are in
 * {@code EventCatalogue}. All families share this package because {@code LedgerEvent} is sealed: without modules, the
 * permitted subtypes of a sealed type must be in its package. Switches over them have no default, so that a new event does not
 * compile before every fold, projection and description handles it.
 */
@NullMarked
package dev.flagledger.api.event;

import org.jspecify.annotations.NullMarked;
