package dev.flagledger.contract.error;

/** The request's body exceeds the size limit. The rest of it is not read. */
public final class BodyTooLarge extends RuntimeException {

    public BodyTooLarge() {
        super("body too large", null, false, false);
    }
}
