/** What Python makes of texts and numbers, which is what Flagsmith compares, stores and tells. */
@NullMarked
package dev.flagledger.engine.text;

import org.jspecify.annotations.NullMarked;
