/** Health of features in operation, as monitoring reports it. */
@NullMarked
package dev.flagledger.api.health;

import org.jspecify.annotations.NullMarked;
