/**
 * Whether an actor may use a permission, read off the members that the fold knows, and what of the installation they may
 * see.
 */
@NullMarked
package dev.flagledger.engine.access;

import org.jspecify.annotations.NullMarked;
