/** References to features in code repositories, as scanners report them. */
@NullMarked
package dev.flagledger.api.code;

import org.jspecify.annotations.NullMarked;
