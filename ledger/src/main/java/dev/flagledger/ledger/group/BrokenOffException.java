package dev.flagledger.ledger.group;

/** Thrown when the work of a group failed as a whole, with the cause. It may have been done nevertheless. */
public final class BrokenOffException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenOffException(Throwable cause) {
        super("The work of a group failed", cause);
    }
}
