package dev.flagledger.ledger.proof.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;

/** Signs notes with an Ed25519 key. */
public final class NoteSigner {

    private static final int PUBLIC_BYTES = 32;

    private final VerifierKey verifier;
    private final PrivateKey key;

    /**
     * Creates a signer.
     *
     * @param privateKey the private key in its PKCS #8 form
     */
    public NoteSigner(VerifierKey verifier, byte[] privateKey) {
        this.verifier = verifier;
        try {
            this.key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(privateKey));
        } catch (GeneralSecurityException _) {
            throw new InvalidNoteException("This is not a private Ed25519 key");
        }
    }

    /**
     * A new pair of keys.
     *
     * @param publicKey 32 bytes, as RFC 8032 encodes them
     * @param privateKey the PKCS #8 form
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Pair(byte[] publicKey, byte[] privateKey) {

        /** Draws a new pair. */
        public static Pair generate() {
            try {
                var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                var encoded = pair.getPublic().getEncoded();
                return new Pair(
                        Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length),
                        pair.getPrivate().getEncoded());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has Ed25519", e);
            }
        }
    }

    /** The key that verifies what this one signs. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** Signs a text, which ends with a new line. */
    public SignedNote sign(String text) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            var signature = new SignedNote.Signature(verifier.name(), verifier.id(), signer.sign());
            return new SignedNote(text, List.of(signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }
}
