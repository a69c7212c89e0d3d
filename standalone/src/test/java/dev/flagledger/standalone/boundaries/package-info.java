/** The allowed dependencies between modules, as rules over their compiled classes. */
@NullMarked
package dev.flagledger.standalone.boundaries;

import org.jspecify.annotations.NullMarked;
