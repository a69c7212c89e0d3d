/** Python's treatment of texts and numbers, which Flagsmith's results depend on. */
@NullMarked
package dev.flagledger.engine.text;

import org.jspecify.annotations.NullMarked;
