/** Feature segments and segment overrides of a flag. */
@NullMarked
package dev.flagledger.command.flag.segment;

import org.jspecify.annotations.NullMarked;
