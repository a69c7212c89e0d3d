package dev.flagledger.ledger.proof.note;

/** Thrown when a note or a key has another form, or a signature is not that of the key. */
public final class InvalidNoteException extends RuntimeException {

    InvalidNoteException(String reason) {
        super(reason, null, false, false);
    }
}
