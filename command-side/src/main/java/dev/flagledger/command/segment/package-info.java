/** Segments: groups of identities, defined by rules. */
@NullMarked
package dev.flagledger.command.segment;

import org.jspecify.annotations.NullMarked;
