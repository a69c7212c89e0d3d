/** What tests of every module share: a real PostgreSQL, a real receiver of webhooks. Holds no fakes and no test of its own subject. */
@NullMarked
package dev.flagledger.testing;

import org.jspecify.annotations.NullMarked;
