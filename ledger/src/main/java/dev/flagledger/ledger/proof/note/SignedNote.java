package dev.flagledger.ledger.proof.note;

import java.util.Arrays;
import java.util.List;

/**
 * A text with signatures, as in C2SP's signed-note. It may carry signatures of witnesses beside that of the log.
 *
 * @param text the signed text, which ends with a new line
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /**
     * Reads a note.
     *
     * @throws InvalidNoteException if it has another form
     */
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || end + 2 == note.length()) {
            throw new InvalidNoteException("This is not a signed note");
        }
        var lines = note.substring(end + 2, note.length() - 1).split("\n", -1);
        return new SignedNote(
                note.substring(0, end + 1),
                Arrays.stream(lines).map(NoteSignature::parse).toList());
    }

    /** The note as it is published. */
    @Override
    public String toString() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }
}
