package dev.flagledger.contract.error;

/** The request's body exceeds the size limit. None of it is kept. */
public final class BodyTooLarge extends RuntimeException {

    public BodyTooLarge() {
        super("body too large", null, false, false);
    }
}
