/** Roles of organisations, and who holds them. */
@NullMarked
package dev.flagledger.engine.state.organisation.role;

import org.jspecify.annotations.NullMarked;
