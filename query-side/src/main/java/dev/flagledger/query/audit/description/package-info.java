/**
 * What events did, in words and in fields: from the contract's lines, or, for events that have none, from the events themselves. One
 * package, with a class for each family of events.
 */
@NullMarked
package dev.flagledger.query.audit.description;

import org.jspecify.annotations.NullMarked;
