package dev.flagledger.ledger.secret;

/** Something does not open: it was sealed under another key, belongs elsewhere, or was changed. */
public final class BrokenSealException extends RuntimeException {

    BrokenSealException() {
        super("What is sealed does not open", null, false, false);
    }
}
