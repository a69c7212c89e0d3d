/**
 * The people of whom the log tells, each with a key of their own under which what is personal is encrypted before it is
 * hashed and stored. The keys are outside the log: destroying one erases the person from every event, and changes none.
 */
@NullMarked
package dev.flagledger.ledger.subject;

import org.jspecify.annotations.NullMarked;
