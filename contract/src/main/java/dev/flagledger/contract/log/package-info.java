/** The log, where it repeats itself. */
@NullMarked
package dev.flagledger.contract.log;

import org.jspecify.annotations.NullMarked;
