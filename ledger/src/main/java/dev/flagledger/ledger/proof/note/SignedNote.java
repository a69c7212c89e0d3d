package dev.flagledger.ledger.proof.note;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A text with signatures, as in C2SP's signed-note. It may carry signatures of witnesses beside that of the log.
 *
 * @param text the signed text, which ends with a new line
 */
public record SignedNote(String text, List<Signature> signatures) {

    private static final String DASH = "— ";
    private static final int ID_BYTES = 4;

    /** A line with a signature, of a key of this name and id. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Signature(String name, int keyId, byte[] bytes) {

        private String line() {
            var both =
                    ByteBuffer.allocate(ID_BYTES + bytes.length).putInt(keyId).put(bytes);
            return DASH + name + " " + Base64.getEncoder().encodeToString(both.array()) + "\n";
        }
    }

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
        var signatures = new ArrayList<Signature>();
        for (var line : note.substring(end + 2, note.length() - 1).split("\n", -1)) {
            signatures.add(signature(line));
        }
        return new SignedNote(note.substring(0, end + 1), List.copyOf(signatures));
    }

    private static Signature signature(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space <= DASH.length()) {
            throw new InvalidNoteException("A signature of the note has another form");
        }
        try {
            var both = ByteBuffer.wrap(Base64.getDecoder().decode(line.substring(space + 1)));
            if (both.remaining() <= ID_BYTES) {
                throw new InvalidNoteException("A signature of the note is too short");
            }
            int id = both.getInt();
            var bytes = new byte[both.remaining()];
            both.get(bytes);
            return new Signature(line.substring(DASH.length(), space), id, bytes);
        } catch (IllegalArgumentException _) {
            throw new InvalidNoteException("A signature of the note is not in base64");
        }
    }

    /** The note as it is published. */
    @Override
    public String toString() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }
}
