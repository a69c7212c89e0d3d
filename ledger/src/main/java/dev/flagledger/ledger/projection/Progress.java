package dev.flagledger.ledger.projection;

/**
 * The progress of a rebuild.
 *
 * @param name the name of the read model
 * @param position the position of the last event that it includes
 * @param of the position of the last event that this node shows
 */
public record Progress(String name, long position, long of) {}
