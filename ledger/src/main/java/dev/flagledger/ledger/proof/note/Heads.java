package dev.flagledger.ledger.proof.note;

import org.jspecify.annotations.Nullable;

/**
 * The signed heads that a verification begins with.
 *
 * @param head the head of the log
 * @param kept an earlier one that the auditor has kept; null for none
 */
public record Heads(TreeHead head, @Nullable TreeHead kept) {

    /**
     * Opens the notes of heads. The names that they give to the log may differ from each other and from that of the key.
     *
     * @param key the key that has signed both
     * @throws InvalidNoteException if one of them is not valid
     */
    public static Heads open(VerifierKey key, String note, @Nullable String kept) {
        return new Heads(key.openAnyName(note), kept == null ? null : key.openAnyName(kept));
    }
}
