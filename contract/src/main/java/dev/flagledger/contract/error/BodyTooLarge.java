package dev.flagledger.contract.error;

/** A body is larger than any that the server has use for. It is not read to the end. */
public final class BodyTooLarge extends RuntimeException {

    public BodyTooLarge() {
        super("body too large", null, false, false);
    }
}
