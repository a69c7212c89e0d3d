/** What the tests of this module share: a real receiver and settings as an operator writes them. */
@NullMarked
package dev.flagledger.webhook.testing;

import org.jspecify.annotations.NullMarked;
