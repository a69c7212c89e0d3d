/** Who is asking, what proves it, and whom the server may call. */
@NullMarked
package dev.flagledger.access;

import org.jspecify.annotations.NullMarked;
