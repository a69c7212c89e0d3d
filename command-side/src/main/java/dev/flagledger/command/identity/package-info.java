/**
 * Identities: their names, their traits, and what is kept for one of them. What an identity is asked to do, it decides by
 * itself; the register only tells how to name what is meant.
 */
@NullMarked
package dev.flagledger.command.identity;

import org.jspecify.annotations.NullMarked;
