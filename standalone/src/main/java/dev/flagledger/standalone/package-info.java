/** The assembly: one main, the roles it can take and the PostgreSQL that it can bring along. */
@NullMarked
package dev.flagledger.standalone;

import org.jspecify.annotations.NullMarked;
