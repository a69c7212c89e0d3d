package dev.flagledger.ledger.proof.note;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Arrays;

/**
 * A pair of Ed25519 keys.
 *
 * @param publicKey 32 bytes, as RFC 8032 encodes them
 * @param privateKey the PKCS #8 form
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SigningPair(byte[] publicKey, byte[] privateKey) {

    /** Draws a new pair. */
    public static SigningPair generate() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var encoded = pair.getPublic().getEncoded();
            return new SigningPair(
                    Arrays.copyOfRange(encoded, encoded.length - Ed25519Key.BYTES, encoded.length),
                    pair.getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }
}
