/** Helpers for the tests of this module. */
@NullMarked
package dev.flagledger.webhook.testing;

import org.jspecify.annotations.NullMarked;
