/** References to features in code, as scanners report them. */
@NullMarked
package dev.flagledger.command.code;

import org.jspecify.annotations.NullMarked;
