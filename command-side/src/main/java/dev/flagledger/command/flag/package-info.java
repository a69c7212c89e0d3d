/** Flags: switching a feature, giving it a value, and overriding both for a segment. */
@NullMarked
package dev.flagledger.command.flag;

import org.jspecify.annotations.NullMarked;
