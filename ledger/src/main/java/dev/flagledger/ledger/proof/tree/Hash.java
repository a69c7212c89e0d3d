package dev.flagledger.ledger.proof.tree;

import dev.flagledger.ledger.secret.Digest;
import java.util.Arrays;
import java.util.Base64;

/** A hash of a Merkle tree: 32 bytes of SHA-256. A leaf and a node can never have the same hash (RFC 6962, section 2.1). */
public final class Hash {

    /** The size of a hash in bytes. */
    public static final int BYTES = 32;

    /** The root of the empty tree. */
    public static final Hash EMPTY = new Hash(Digest.sha256(new byte[0]));

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A hash of these bytes.
     *
     * @throws IllegalArgumentException if there are not exactly 32
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** The hash of an entry as a leaf. */
    public static Hash ofLeaf(byte[] entry) {
        return new Hash(Digest.sha256(LEAF, entry));
    }

    /** The hash of a node with two children. */
    public static Hash ofNode(Hash left, Hash right) {
        return new Hash(Digest.sha256(NODE, left.bytes, right.bytes));
    }

    /**
     * Reads a hash in base64.
     *
     * @throws IllegalArgumentException if the text is not that of 32 bytes
     */
    public static Hash parse(String base64) {
        return of(Base64.getDecoder().decode(base64));
    }

    /** The hash at an index of concatenated hashes. */
    static Hash in(byte[] hashes, int index) {
        return new Hash(Arrays.copyOfRange(hashes, index * BYTES, (index + 1) * BYTES));
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    void copyTo(byte[] hashes, int index) {
        System.arraycopy(bytes, 0, hashes, index * BYTES, BYTES);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The hash in base64. */
    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
