package dev.flagledger.ledger.secret;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES in Galois/Counter Mode (NIST SP 800-38D): authenticated encryption. Sealed bytes are a nonce of 12 bytes, the ciphertext, and
 * a tag of 16 bytes. They can be bound to associated data, which is not included and has to be given again to open them.
 */
public final class AesGcm {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Consumer<byte[]> nonces;

    /** Creating a cipher takes longer than using it, and thread-locals are useless to virtual threads. */
    private final Queue<Cipher> idle = new ConcurrentLinkedQueue<>();

    /** {@code nonces} fills an array with a nonce, which must be unique under a key. */
    public AesGcm(Consumer<byte[]> nonces) {
        this.nonces = nonces;
    }

    /** Creates a cipher with random nonces. */
    public static AesGcm random() {
        return new AesGcm(RANDOM::nextBytes);
    }

    /** Seals bytes under a key, bound to associated data. */
    public byte[] seal(SecretKey key, byte[] plain, byte[] associated) {
        var nonce = new byte[NONCE];
        nonces.accept(nonce);
        try {
            var cipher = initialised(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce), associated);
            var sealed = ByteBuffer.allocate(NONCE + cipher.getOutputSize(plain.length))
                    .put(nonce);
            cipher.doFinal(ByteBuffer.wrap(plain), sealed);
            idle.offer(cipher);
            return sealed.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM", e);
        }
    }

    /**
     * Opens sealed bytes.
     *
     * @throws BrokenSealException if they were sealed under another key or with other associated data, or were modified
     */
    public byte[] open(SecretKey key, byte[] sealed, byte[] associated) {
        if (sealed.length < NONCE) {
            throw new BrokenSealException();
        }
        try {
            var cipher =
                    initialised(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE), associated);
            var plain = cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
            idle.offer(cipher);
            return plain;
        } catch (AEADBadTagException _) {
            throw new BrokenSealException();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM", e);
        }
    }

    private Cipher initialised(int mode, SecretKey key, GCMParameterSpec parameters, byte[] associated)
            throws GeneralSecurityException {
        var pooled = idle.poll();
        var cipher = pooled == null ? Cipher.getInstance("AES/GCM/NoPadding") : pooled;
        cipher.init(mode, key, parameters);
        cipher.updateAAD(associated);
        return cipher;
    }
}
