/** Where code speaks of features, as scanners report it. */
@NullMarked
package dev.flagledger.query.code;

import org.jspecify.annotations.NullMarked;
