/** What the tests of this module share: settings as an operator writes them. */
@NullMarked
package dev.flagledger.webhook.testing;

import org.jspecify.annotations.NullMarked;
