package dev.flagledger.ledger.history.checkpoint;

import dev.flagledger.ledger.secret.Digest;
import java.util.Arrays;

/** A stored part of a checkpoint, with the digest of its bytes. */
final class StoredPart {

    private final int part;
    private final long position;
    private final byte[] bytes;
    private final byte[] hash;

    StoredPart(int part, long position, byte[] bytes) {
        this(part, position, bytes, Digest.sha256(bytes));
    }

    StoredPart(int part, long position, byte[] bytes, byte[] hash) {
        this.part = part;
        this.position = position;
        this.bytes = bytes;
        this.hash = hash;
    }

    int part() {
        return part;
    }

    long position() {
        return position;
    }

    byte[] bytes() {
        return bytes;
    }

    byte[] hash() {
        return hash;
    }

    /** Whether the bytes match the digest. */
    boolean isIntact() {
        return Arrays.equals(hash, Digest.sha256(bytes));
    }
}
