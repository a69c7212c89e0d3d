/** A room of the house in which every rule is broken. */
@NullMarked
package dev.flagledger.standalone.boundaries.broken.contract;

import org.jspecify.annotations.NullMarked;
