/** What an event changed about flags: the state before beside the state after. */
@NullMarked
package dev.flagledger.engine.change;

import org.jspecify.annotations.NullMarked;
