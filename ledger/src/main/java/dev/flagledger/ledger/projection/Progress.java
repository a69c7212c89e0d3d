package dev.flagledger.ledger.projection;

/**
 * The progress of a rebuild.
 *
 * @param name the name of the read model
 * @param position the position of the last event that it includes; of what is in no order, how many have been read
 * @param of the position of the last event that this node shows; of what is in no order, how many there are
 */
public record Progress(String name, long position, long of) {}
