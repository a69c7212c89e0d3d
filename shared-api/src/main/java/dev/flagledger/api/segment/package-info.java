/** Segments: named groups of identities that a flag can be overridden for. */
@NullMarked
package dev.flagledger.api.segment;

import org.jspecify.annotations.NullMarked;
