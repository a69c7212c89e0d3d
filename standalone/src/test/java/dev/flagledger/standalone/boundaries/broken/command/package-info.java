/** A module of an example in which every rule is broken. */
@NullMarked
package dev.flagledger.standalone.boundaries.broken.command;

import org.jspecify.annotations.NullMarked;
