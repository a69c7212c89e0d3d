package dev.flagledger.ledger.proof.note;

import dev.flagledger.ledger.proof.tree.Hash;

/**
 * What a log signs of its tree; C2SP's checkpoint.
 *
 * @param origin the name of the log, on one line without spaces or plus signs
 * @param size the number of events
 * @param root the root hash of the tree of all events
 */
public record TreeHead(String origin, long size, Hash root) {

    private static final int LINES = 3;

    /** The text to sign: origin, size and root hash, each on a line. */
    public String text() {
        return origin + "\n" + size + "\n" + root + "\n";
    }

    /**
     * The head in a note, whose signatures are not verified.
     *
     * @throws InvalidNoteException if the note has another form
     */
    public static TreeHead unverified(String note) {
        return parse(SignedNote.parse(note).text());
    }

    /**
     * Reads the text of a note; lines after the third are ignored.
     *
     * @throws InvalidNoteException if the text is not that of a tree head
     */
    public static TreeHead parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length <= LINES || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new InvalidNoteException("The note is not a checkpoint");
        }
        try {
            return new TreeHead(lines[0], Long.parseLong(lines[1]), Hash.parse(lines[2]));
        } catch (IllegalArgumentException _) {
            throw new InvalidNoteException("The checkpoint has no valid root hash");
        }
    }
}
