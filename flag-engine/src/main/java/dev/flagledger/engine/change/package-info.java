/** Changes of flags by an event, with the states before and after. */
@NullMarked
package dev.flagledger.engine.change;

import org.jspecify.annotations.NullMarked;
