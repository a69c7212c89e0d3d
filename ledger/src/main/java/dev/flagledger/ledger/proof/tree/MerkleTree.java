package dev.flagledger.ledger.proof.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle tree of a given size, as in RFC 6962, section 2.1. Its nodes may be those of a larger tree that it is the beginning of.
 *
 * @param size the number of leaves
 */
public record MerkleTree(long size, Nodes nodes) {

    /** The root hash. */
    public Hash root() {
        return size == 0 ? Hash.EMPTY : root(0, size);
    }

    /**
     * The audit path of a leaf, from the bottom to the top.
     *
     * @param index the index of the leaf, from 0
     * @throws IllegalArgumentException if the tree has no such leaf
     */
    public List<Hash> inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of " + size + " leaves has no leaf " + index);
        }
        var path = new ArrayList<Hash>();
        addPath(index, 0, size, path);
        return path;
    }

    private void addPath(long index, long from, long to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            addPath(index, from, middle, path);
            path.add(root(middle, to));
        } else {
            addPath(index, middle, to, path);
            path.add(root(from, middle));
        }
    }

    /**
     * The proof that this tree continues the one of its first leaves; empty for no leaves and for all of them.
     *
     * @throws IllegalArgumentException if this tree is smaller than that
     */
    public List<Hash> consistency(long first) {
        if (first < 0 || first > size) {
            throw new IllegalArgumentException("A tree of " + size + " leaves continues none of " + first);
        }
        var proof = new ArrayList<Hash>();
        if (first > 0) {
            addConsistency(first, 0, size, true, proof);
        }
        return proof;
    }

    /** {@code whole}: the subtree begins the smaller tree, whose root the verifier knows. */
    private void addConsistency(long first, long from, long to, boolean whole, List<Hash> proof) {
        if (first == to) {
            if (!whole) {
                proof.add(root(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (first <= middle) {
            addConsistency(first, from, middle, whole, proof);
            proof.add(root(middle, to));
        } else {
            addConsistency(first, middle, to, false, proof);
            proof.add(root(from, middle));
        }
    }

    private Hash root(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return nodes.node(level, from >> level);
        }
        long middle = from + split(leaves);
        return Hash.ofNode(root(from, middle), root(middle, to));
    }

    /** The largest power of two smaller than the number of leaves. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
