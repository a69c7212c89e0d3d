package dev.flagledger.ledger.projection;

/** A read model is too far behind the log to be read truthfully. */
public final class NotCaughtUp extends RuntimeException {

    /** {@code what} names the read model, for those who read the answer. */
    public NotCaughtUp(String what) {
        super(what + " is still catching up with the log; try again in a moment.", null, false, false);
    }
}
