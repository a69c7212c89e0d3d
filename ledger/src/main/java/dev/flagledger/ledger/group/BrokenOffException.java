package dev.flagledger.ledger.group;

/** The work of a group failed as a whole, for the reason that is the cause. It may have been done nevertheless. */
public final class BrokenOffException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenOffException(Throwable cause) {
        super("The work of a group was broken off", cause);
    }
}
