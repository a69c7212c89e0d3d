/**
 * How threads run that do something again and again for as long as the node does: their start, their end, and what happens
 * when they fail.
 */
@NullMarked
package dev.flagledger.ledger.background;

import org.jspecify.annotations.NullMarked;
