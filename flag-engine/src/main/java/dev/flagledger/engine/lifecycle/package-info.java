/** How far features have come: told from what is known of them and the time, and kept nowhere. */
@NullMarked
package dev.flagledger.engine.lifecycle;

import org.jspecify.annotations.NullMarked;
