/** Groups of the members of organisations. */
@NullMarked
package dev.flagledger.engine.state.organisation.group;

import org.jspecify.annotations.NullMarked;
