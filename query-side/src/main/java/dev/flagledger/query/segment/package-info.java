/** Segments: what they are, which an identity is in, and where flags are overridden for them. */
@NullMarked
package dev.flagledger.query.segment;

import org.jspecify.annotations.NullMarked;
