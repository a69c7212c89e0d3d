package dev.flagledger.ledger.proof.note;

import dev.flagledger.ledger.secret.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The public key of a log: an Ed25519 key with the name of the log, as in C2SP's signed-note. */
public final class VerifierKey {

    static final byte ED25519 = 1;

    private final String name;
    private final byte[] raw;
    private final Ed25519Key key;

    private VerifierKey(String name, byte[] raw) {
        if (name.isEmpty() || name.chars().anyMatch(letter -> letter == '+' || letter <= ' ' || isSpace(letter))) {
            throw new InvalidNoteException("The name of a key has neither spaces nor plus signs");
        }
        this.name = name;
        this.raw = raw;
        this.key = Ed25519Key.of(raw);
    }

    private static boolean isSpace(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    /** A key of 32 bytes, as RFC 8032 encodes it. */
    public static VerifierKey of(String name, byte[] raw) {
        return new VerifierKey(name, raw.clone());
    }

    /**
     * Reads a key in the form {@code name+id+key}.
     *
     * @throws InvalidNoteException if the text has another form, or the id is not that of the key
     */
    public static VerifierKey parse(String text) {
        var parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new InvalidNoteException("A key looks like name+id+key");
        }
        byte[] typed;
        try {
            typed = Base64.getDecoder().decode(parts[2]);
        } catch (IllegalArgumentException _) {
            throw new InvalidNoteException("The key is not in base64");
        }
        if (typed.length == 0 || typed[0] != ED25519) {
            throw new InvalidNoteException("The key is not an Ed25519 key");
        }
        var key = of(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.hexId().equals(parts[1])) {
            throw new InvalidNoteException("The id of the key is not that of its bytes");
        }
        return key;
    }

    /** The name of the log. */
    public String name() {
        return name;
    }

    /** The same key under another name: that of a log which was renamed. */
    public VerifierKey named(String other) {
        return new VerifierKey(other, raw);
    }

    /** The first four bytes of a hash of name and key. */
    int id() {
        var type = new byte[] {'\n', ED25519};
        return ByteBuffer.wrap(Digest.sha256(name.getBytes(StandardCharsets.UTF_8), type, raw))
                .getInt();
    }

    private String hexId() {
        return HexFormat.of().toHexDigits(id());
    }

    /**
     * Reads a note that this key has signed, and returns its head. Signatures of other keys are ignored.
     *
     * @throws InvalidNoteException if the note has another form or another origin, or lacks a valid signature of this key
     */
    public TreeHead open(String note) {
        var signed = SignedNote.parse(note);
        var own = signed.signatures().stream()
                .filter(signature -> signature.name().equals(name) && signature.keyId() == id())
                .toList();
        if (own.isEmpty()) {
            throw new InvalidNoteException("The note is not signed by " + name);
        }
        if (!own.stream().allMatch(signature -> key.signs(signature.bytes(), signed.text()))) {
            throw new InvalidNoteException("The signature of the note is not valid");
        }
        var head = TreeHead.parse(signed.text());
        if (!head.origin().equals(name)) {
            throw new InvalidNoteException("The note is of the log " + head.origin() + ", the key of " + name);
        }
        return head;
    }

    /**
     * Like {@link #open}, under whatever name the note gives to the log: the log may have been renamed, and signs with the same key.
     *
     * @throws InvalidNoteException if the note has another form, or lacks a valid signature of this key
     */
    public TreeHead openAnyName(String note) {
        return named(TreeHead.unverified(note).origin()).open(note);
    }

    /** The key as it is published: name, id, and type with key in base64, joined by plus signs. */
    @Override
    public String toString() {
        var typed = ByteBuffer.allocate(1 + raw.length).put(ED25519).put(raw);
        return name + "+" + hexId() + "+" + Base64.getEncoder().encodeToString(typed.array());
    }
}
