package dev.flagledger.ledger.secret;

import javax.crypto.SecretKey;

/**
 * Encrypts what a node keeps in the database for itself and what may hold personal data, under a key of the installation. It
 * does not take part in erasure: whatever is kept so must be deleted when a person is erased of whom it may tell.
 */
public final class Wrapping {

    private final AesGcm cipher = AesGcm.random();
    private final SecretKey key;

    /** {@code purpose} names what is kept, so that one kind is never taken for another. */
    public Wrapping(InstallationKey installation, String purpose) {
        this.key = installation.derive(purpose);
    }

    /** The bytes encrypted. They come back only for who names the same place. */
    public byte[] wrap(byte[] plain, String place) {
        return cipher.seal(key, plain, Derivation.bytes(place));
    }

    /**
     * The bytes as they were.
     *
     * @throws BrokenSealException if they were not wrapped here and for this place, or were changed
     */
    public byte[] unwrap(byte[] wrapped, String place) {
        return cipher.open(key, wrapped, Derivation.bytes(place));
    }
}
