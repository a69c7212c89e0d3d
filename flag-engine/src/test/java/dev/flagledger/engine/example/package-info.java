/** A program that uses the engine as a library, as docs/engine.md shows it. */
@NullMarked
package dev.flagledger.engine.example;

import org.jspecify.annotations.NullMarked;
