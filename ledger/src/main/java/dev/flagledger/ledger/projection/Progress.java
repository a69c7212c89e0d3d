package dev.flagledger.ledger.projection;

/**
 * How far a read model is that is made anew.
 *
 * @param position of the last event that is in it
 * @param of the position of the last event that this node shows
 */
public record Progress(String name, long position, long of) {}
