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
 * AES in Galois/Counter Mode (NIST SP 800-38D): without the key, what is sealed can be neither read nor changed. Sealed bytes
 * are a nonce of 12 bytes, the ciphertext, and a tag of 16 bytes. What they are bound to is not in them, but they open only
 * for who presents it again.
 */
public final class AesGcm {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Consumer<byte[]> nonces;

    /** Making one takes longer than using it, and threads that serve one request each would make many. */
    private final Queue<Cipher> idle = new ConcurrentLinkedQueue<>();

    /** {@code nonces} fills an array with a nonce; never twice with the same under one key. */
    public AesGcm(Consumer<byte[]> nonces) {
        this.nonces = nonces;
    }

    /** Draws its nonces. */
    public static AesGcm random() {
        return new AesGcm(RANDOM::nextBytes);
    }

    /** Seals bytes under a key, bound to others. */
    public byte[] seal(SecretKey key, byte[] plain, byte[] bound) {
        var nonce = new byte[NONCE];
        nonces.accept(nonce);
        try {
            var cipher = initialised(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce), bound);
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
     * What was sealed.
     *
     * @throws BrokenSealException if it was not sealed under this key, or bound to something else, or changed since
     */
    public byte[] open(SecretKey key, byte[] sealed, byte[] bound) {
        if (sealed.length < NONCE) {
            throw new BrokenSealException();
        }
        try {
            var cipher = initialised(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE), bound);
            var plain = cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
            idle.offer(cipher);
            return plain;
        } catch (AEADBadTagException _) {
            throw new BrokenSealException();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM", e);
        }
    }

    private Cipher initialised(int mode, SecretKey key, GCMParameterSpec parameters, byte[] bound)
            throws GeneralSecurityException {
        var rested = idle.poll();
        var cipher = rested == null ? Cipher.getInstance("AES/GCM/NoPadding") : rested;
        cipher.init(mode, key, parameters);
        cipher.updateAAD(bound);
        return cipher;
    }
}
