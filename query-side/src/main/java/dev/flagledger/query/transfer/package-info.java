/** Exports and imports of features: which there were lately in environments that still live, and the files that were made. */
@NullMarked
package dev.flagledger.query.transfer;

import org.jspecify.annotations.NullMarked;
