/** The places of segments in the order of a flag's segments, and overrides that are made together with their place. */
@NullMarked
package dev.flagledger.command.flag.segment;

import org.jspecify.annotations.NullMarked;
