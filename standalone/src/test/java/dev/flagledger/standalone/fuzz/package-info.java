/** Asks a whole server at random, and holds each of its answers against the OpenAPI document. */
@NullMarked
package dev.flagledger.standalone.fuzz;

import org.jspecify.annotations.NullMarked;
