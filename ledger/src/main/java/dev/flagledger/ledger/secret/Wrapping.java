package dev.flagledger.ledger.secret;

import javax.crypto.SecretKey;

/**
 * Encrypts internal data that may contain personal data, under a key of the installation. Not subject to erasure: the data has to be
 * deleted when a person is erased whose data it may contain.
 */
public final class Wrapping {

    private final AesGcm cipher = AesGcm.random();
    private final SecretKey key;

    /** {@code purpose} names the kind of data; each has a key of its own. */
    public Wrapping(InstallationKey installation, String purpose) {
        this.key = installation.derive(purpose);
    }

    /** Encrypts bytes, bound to a place. */
    public byte[] wrap(byte[] plain, String place) {
        return cipher.seal(key, plain, Derivation.bytes(place));
    }

    /**
     * Decrypts bytes.
     *
     * @throws BrokenSealException if they were wrapped elsewhere or for another place, or were modified
     */
    public byte[] unwrap(byte[] wrapped, String place) {
        return cipher.open(key, wrapped, Derivation.bytes(place));
    }
}
