/** Flags: the state of a feature in one environment, by default and for segments. */
@NullMarked
package dev.flagledger.api.flag;

import org.jspecify.annotations.NullMarked;
