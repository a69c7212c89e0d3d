/** The ids of things, and the words for what is missing. */
@NullMarked
package dev.flagledger.platform.ids;

import org.jspecify.annotations.NullMarked;
