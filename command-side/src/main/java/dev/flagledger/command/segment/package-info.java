/** Segments: naming groups of identities. */
@NullMarked
package dev.flagledger.command.segment;

import org.jspecify.annotations.NullMarked;
