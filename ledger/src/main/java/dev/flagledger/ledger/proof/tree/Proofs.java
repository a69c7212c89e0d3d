package dev.flagledger.ledger.proof.tree;

import java.util.List;

/** Verifies proofs against root hashes, by the algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2. */
public final class Proofs {

    private Proofs() {}

    /** Whether a path proves that a tree of this size and root has the leaf at an index, from 0. */
    public static boolean includes(long index, long size, Hash leaf, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        var hash = leaf;
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if (isRight(node) || node == last) {
                hash = Hash.ofNode(sibling, hash);
                int up = isRight(node) ? 0 : Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                hash = Hash.ofNode(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether a proof shows that the tree of the second size and root continues that of the first. */
    public static boolean consistent(long first, long second, Hash firstRoot, Hash secondRoot, List<Hash> proof) {
        if (first < 0 || first > second) {
            return false;
        }
        if (first == second) {
            return proof.isEmpty() && firstRoot.equals(secondRoot);
        }
        if (first == 0) {
            return proof.isEmpty() && firstRoot.equals(Hash.EMPTY);
        }
        return !proof.isEmpty() && continues(first, second, firstRoot, secondRoot, proof);
    }

    private static boolean continues(long first, long second, Hash firstRoot, Hash secondRoot, List<Hash> proof) {
        boolean complete = Long.bitCount(first) == 1;
        int up = Long.numberOfTrailingZeros(first);
        long node = (first - 1) >> up;
        long last = (second - 1) >> up;
        var smaller = complete ? firstRoot : proof.getFirst();
        var larger = smaller;
        for (var sibling : complete ? proof : proof.subList(1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if (isRight(node) || node == last) {
                smaller = Hash.ofNode(sibling, smaller);
                larger = Hash.ofNode(sibling, larger);
                int skip = isRight(node) ? 0 : Long.numberOfTrailingZeros(node);
                node >>= skip;
                last >>= skip;
            } else {
                larger = Hash.ofNode(larger, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && smaller.equals(firstRoot) && larger.equals(secondRoot);
    }

    private static boolean isRight(long node) {
        return (node & 1) == 1;
    }
}
