package dev.flagledger.ledger.command;

/** A command's events are recorded, but this node has not come to show them in time. */
public final class NotYetVisible extends RuntimeException {

    private final long position;

    NotYetVisible(long position) {
        super("recorded at position " + position + ", not yet visible here", null, false, false);
        this.position = position;
    }

    /** Where in the log the last of the events stands. */
    public long position() {
        return position;
    }
}
