/** The assembly of a node: the entry point, the roles, and the embedded PostgreSQL. */
@NullMarked
package dev.flagledger.standalone;

import org.jspecify.annotations.NullMarked;
