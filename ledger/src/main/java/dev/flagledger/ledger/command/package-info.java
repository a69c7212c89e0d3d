/**
 * The processing around every command: claims of unique names, retries after conflicts, and the wait until its events are visible
 * on this node.
 */
@NullMarked
package dev.flagledger.ledger.command;

import org.jspecify.annotations.NullMarked;
