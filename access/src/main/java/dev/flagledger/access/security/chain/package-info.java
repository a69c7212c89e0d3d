/** The filter chains: which routes are public, and what is demanded of the callers of all others. */
@NullMarked
package dev.flagledger.access.security.chain;

import org.jspecify.annotations.NullMarked;
