package dev.flagledger.ledger.proof.tree;

/** The nodes of a tree that are roots of complete subtrees. */
@FunctionalInterface
public interface Nodes {

    /**
     * The root of the complete subtree over the leaves from {@code index << level} on, {@code 1 << level} of them. Level 0 has the
     * leaves.
     */
    Hash node(int level, long index);
}
