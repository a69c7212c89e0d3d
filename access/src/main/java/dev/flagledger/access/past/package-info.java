/** Earlier states of projects, as both sides ask for them: by an instant or by a position of the log. */
@NullMarked
package dev.flagledger.access.past;

import org.jspecify.annotations.NullMarked;
