/** How a controller gets to see: it names the sight among its parameters, and is given the caller's as of now. */
@NullMarked
package dev.flagledger.query.sight;

import org.jspecify.annotations.NullMarked;
