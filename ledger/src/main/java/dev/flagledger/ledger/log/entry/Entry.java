package dev.flagledger.ledger.log.entry;

import dev.flagledger.ledger.secret.Digest;
import java.util.Arrays;

/** The stored bytes of one event: canonical JSON of its payload with its attribution, its time and its place in its stream. */
public final class Entry {

    private static final byte[] LEAF = {0};

    private final byte[] bytes;

    public Entry(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The SHA-256 hash of the entry as a leaf of a Merkle tree as in RFC 6962, section 2.1. */
    public byte[] leafHash() {
        return Digest.sha256(LEAF, bytes);
    }

    /** The bytes themselves, which must not be modified. */
    public byte[] unsafeBytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry entry && Arrays.equals(bytes, entry.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
