/** Flagsmith's wire format, and only that. */
@NullMarked
package dev.flagledger.contract;

import org.jspecify.annotations.NullMarked;
