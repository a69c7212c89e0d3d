/** The health of features, as monitoring reports it. */
@NullMarked
package dev.flagledger.query.health;

import org.jspecify.annotations.NullMarked;
