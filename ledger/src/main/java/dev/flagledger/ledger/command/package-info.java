/**
 * What surrounds every command, whatever it is about: the names it claims, the retry when two met at
 * one stream, and the wait until this node shows what was done.
 */
@NullMarked
package dev.flagledger.ledger.command;

import org.jspecify.annotations.NullMarked;
