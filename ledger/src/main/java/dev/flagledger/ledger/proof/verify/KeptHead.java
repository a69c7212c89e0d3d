package dev.flagledger.ledger.proof.verify;

import dev.flagledger.ledger.proof.note.TreeHead;
import dev.flagledger.ledger.proof.tree.TreeEdge;
import org.jspecify.annotations.Nullable;

/**
 * The head that an auditor has from elsewhere, which the log must continue.
 *
 * @param head null if there is none, with which every log agrees
 */
record KeptHead(@Nullable TreeHead head) {

    /**
     * Compares the head with a tree, if it is of that size. To be called for every size.
     *
     * @throws FaultException if the tree is another one
     */
    void compare(TreeEdge edge) {
        if (head != null && head.size() == edge.size() && !head.root().equals(edge.root())) {
            throw new FaultException(
                    Fault.ofLog("The first " + head.size() + " events are not those of the checkpoint that was kept"));
        }
    }

    /** Why a log of this size is too short; null if it is not. */
    @Nullable String missingAt(long size) {
        return head == null || head.size() <= size
                ? null
                : "the checkpoint that was kept has " + head.size() + " events";
    }
}
