/**
 * Official clients, as their makers publish them, against the whole server: those for Java in this JVM, those for
 * JavaScript in Node and those for Python in Python, driven by the scripts in {@code src/test/js} and
 * {@code src/test/python}. A script only tells what its client said; what is right is asserted here.
 */
@NullMarked
package dev.flagledger.conformance;

import org.jspecify.annotations.NullMarked;
