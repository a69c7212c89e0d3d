package dev.flagledger.ledger.projection;

/** Thrown when a read model is too far behind the log to be read. */
public final class NotCaughtUp extends RuntimeException {

    /** {@code what} names the read model in the message. */
    public NotCaughtUp(String what) {
        super(what + " is still catching up with the log; try again in a moment.", null, false, false);
    }
}
