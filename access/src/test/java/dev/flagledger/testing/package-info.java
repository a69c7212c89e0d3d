/** Infrastructure for tests of all modules: PostgreSQL and a webhook receiver. */
@NullMarked
package dev.flagledger.testing;

import org.jspecify.annotations.NullMarked;
