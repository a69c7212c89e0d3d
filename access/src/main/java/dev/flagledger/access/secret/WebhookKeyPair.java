package dev.flagledger.access.secret;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A pair of Ed25519 keys.
 *
 * @param privateKey in PKCS #8 form
 * @param publicKey the 32 bytes of RFC 8032
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record WebhookKeyPair(byte[] privateKey, byte[] publicKey) {

    private static final int PUBLIC_BYTES = 32;

    static WebhookKeyPair made() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            // The X.509 form ends with the bytes of the key.
            var encoded = pair.getPublic().getEncoded();
            var bytes = Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length);
            return new WebhookKeyPair(pair.getPrivate().getEncoded(), bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has Ed25519", e);
        }
    }
}
