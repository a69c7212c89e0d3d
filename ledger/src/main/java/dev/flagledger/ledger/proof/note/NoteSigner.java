package dev.flagledger.ledger.proof.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/** Signs notes with an Ed25519 key. */
public final class NoteSigner {

    private final VerifierKey verifier;
    private final PrivateKey key;

    /** {@code privateKey} is in its PKCS #8 form. */
    public NoteSigner(VerifierKey verifier, byte[] privateKey) {
        this.verifier = verifier;
        try {
            this.key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(privateKey));
        } catch (GeneralSecurityException _) {
            throw new InvalidNoteException("This is not a private Ed25519 key");
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
            return new SignedNote(text, List.of(new NoteSignature(verifier.name(), verifier.id(), signer.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }
}
