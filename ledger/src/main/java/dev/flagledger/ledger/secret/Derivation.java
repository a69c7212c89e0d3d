package dev.flagledger.ledger.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Derives keys from a secret: HKDF with SHA-256 (RFC 5869), without salt, with the purpose as info. */
final class Derivation {

    static final int KEY_BYTES = 32;

    private Derivation() {}

    static SecretKey key(byte[] secret, String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(new SecretKeySpec(secret, "Generic"))
                    .thenExpand(bytes("flagledger " + purpose), KEY_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey("AES", parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HKDF-SHA256", e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
