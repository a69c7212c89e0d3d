/** Which events a fold can do without, once they need not be told any more: what later ones state anew, and what has ended. */
@NullMarked
package dev.flagledger.engine.retention;

import org.jspecify.annotations.NullMarked;
