package dev.flagledger.ledger.command;

/** Thrown when a command's events are recorded, but not visible on this node in time. */
public final class NotYetVisible extends RuntimeException {

    private final long position;

    NotYetVisible(long position) {
        super("recorded at position " + position + ", not yet visible here", null, false, false);
        this.position = position;
    }

    /** The position of the last of the events. */
    public long position() {
        return position;
    }
}
