/** Code that asks for features: where its repositories speak of which, as scanners report. */
@NullMarked
package dev.flagledger.api.code;

import org.jspecify.annotations.NullMarked;
