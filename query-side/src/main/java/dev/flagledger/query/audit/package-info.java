/**
 * The audit log: who changed what, and from which value to which. A projection writes the table from the event log, and nothing
 * else does; controllers read it by criteria. The sub-packages turn events into lines.
 */
@NullMarked
package dev.flagledger.query.audit;

import org.jspecify.annotations.NullMarked;
