package dev.flagledger.ledger.secret;

/** Thrown when sealed bytes do not open: they were sealed under another key or for another place, or were modified. */
public final class BrokenSealException extends RuntimeException {

    BrokenSealException() {
        super("Sealed bytes do not open", null, false, false);
    }
}
