/**
 * The keys of the persons in the log. Personal data is encrypted under the key of its person before it is hashed and stored. Keys are
 * outside of the log: destroying one erases the person from every event, without changing any.
 */
@NullMarked
package dev.flagledger.ledger.subject;

import org.jspecify.annotations.NullMarked;
