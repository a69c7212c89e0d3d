/** Code that asks for features: taking in what scanners report. */
@NullMarked
package dev.flagledger.command.code;

import org.jspecify.annotations.NullMarked;
