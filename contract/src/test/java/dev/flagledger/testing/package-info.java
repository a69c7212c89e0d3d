/** Helpers for the tests of all modules. */
@NullMarked
package dev.flagledger.testing;

import org.jspecify.annotations.NullMarked;
