/** Code references of features, as scanners report them. */
@NullMarked
package dev.flagledger.query.code;

import org.jspecify.annotations.NullMarked;
