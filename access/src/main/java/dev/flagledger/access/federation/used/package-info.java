/** What browsers have brought back from identity providers and was used, so that nobody uses it again. */
@NullMarked
package dev.flagledger.access.federation.used;

import org.jspecify.annotations.NullMarked;
