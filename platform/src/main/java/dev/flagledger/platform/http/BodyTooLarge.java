package dev.flagledger.platform.http;

/** A body is larger than any that the server has use for. It is not read to the end. */
public final class BodyTooLarge extends RuntimeException {

    BodyTooLarge() {
        super("body too large", null, false, false);
    }
}
