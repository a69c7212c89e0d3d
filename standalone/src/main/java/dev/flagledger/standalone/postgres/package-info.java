/**
 * The PostgreSQL of a node: one that the operator configures, or an embedded one, which this package unpacks, starts,
 * supervises and stops in a data directory. A start recovers from any interruption of an earlier one by the content of
 * that directory. Independent of Spring.
 */
@NullMarked
package dev.flagledger.standalone.postgres;

import org.jspecify.annotations.NullMarked;
