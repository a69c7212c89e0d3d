package dev.flagledger.ledger.proof.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** A public Ed25519 key. */
record Ed25519Key(PublicKey key) {

    static final int BYTES = 32;

    /** What comes before the 32 bytes of a key in its X.509 form (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    /** @throws InvalidNoteException if these are not the bytes of a key */
    static Ed25519Key of(byte[] raw) {
        if (raw.length != BYTES) {
            throw new InvalidNoteException("A key has 32 bytes");
        }
        try {
            var encoded = ByteBuffer.allocate(X509.length + BYTES).put(X509).put(raw);
            var form = new X509EncodedKeySpec(encoded.array());
            return new Ed25519Key(KeyFactory.getInstance("Ed25519").generatePublic(form));
        } catch (GeneralSecurityException _) {
            throw new InvalidNoteException("This is not an Ed25519 key");
        }
    }

    /** Whether a signature is that of this key for a text. */
    boolean signs(byte[] signature, String text) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
