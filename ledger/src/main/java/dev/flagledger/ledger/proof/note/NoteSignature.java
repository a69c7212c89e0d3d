package dev.flagledger.ledger.proof.note;

import java.nio.ByteBuffer;
import java.util.Base64;

/** A signature of a note, of a key of this name and id. It is a line of the note. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record NoteSignature(String name, int keyId, byte[] bytes) {

    private static final String DASH = "— ";
    private static final int ID_BYTES = 4;

    /** Reads a line, without its end. */
    static NoteSignature parse(String line) {
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
            return new NoteSignature(line.substring(DASH.length(), space), id, bytes);
        } catch (IllegalArgumentException _) {
            throw new InvalidNoteException("A signature of the note is not in base64");
        }
    }

    /** The line with its end. */
    String line() {
        var both = ByteBuffer.allocate(ID_BYTES + bytes.length).putInt(keyId).put(bytes);
        return DASH + name + " " + Base64.getEncoder().encodeToString(both.array()) + "\n";
    }
}
