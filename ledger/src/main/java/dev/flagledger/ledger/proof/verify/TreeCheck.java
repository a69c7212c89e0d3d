package dev.flagledger.ledger.proof.verify;

import dev.flagledger.ledger.proof.note.TreeHead;
import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.ledger.proof.tree.Tile;
import dev.flagledger.ledger.proof.tree.TreeEdge;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds the tree of a log anew, leaf by leaf, and compares its root with signed heads where their sizes are reached. Throws {@link
 * FaultException} at the first difference.
 */
public final class TreeCheck {

    /** Leaves after which tiles of level 0, which nobody needs any more, are dropped. */
    private static final int PAUSE = 65_536;

    private final TreeEdge edge = new TreeEdge();
    private final List<Tile> upper = new ArrayList<>();
    private final Iterator<TreeHead> heads;
    private final KeptHead kept;
    private @Nullable TreeHead next;
    private long verified;
    private long count;

    /**
     * Begins with an empty tree.
     *
     * @param heads the signed heads, by ascending size
     * @param kept a head that the auditor has from elsewhere; null for none
     */
    public TreeCheck(Iterator<TreeHead> heads, @Nullable TreeHead kept) {
        this.heads = heads;
        this.kept = new KeptHead(kept);
        this.next = heads.hasNext() ? heads.next() : null;
        compare();
    }

    /** The number of leaves so far. */
    public long size() {
        return edge.size();
    }

    /** The number of heads that were compared. */
    public long heads() {
        return count;
    }

    /** Appends the next leaf. */
    public void append(Hash leaf) {
        edge.append(leaf);
        if (edge.size() % PAUSE == 0) {
            dropLeaves();
        }
        compare();
    }

    private void compare() {
        kept.compare(edge);
        while (next != null && next.size() <= edge.size()) {
            if (next.size() < edge.size() || !next.root().equals(edge.root())) {
                throw new FaultException(
                        verified + 1,
                        "an event from here to position " + next.size() + " is not the one that was signed");
            }
            verified = next.size();
            count++;
            next = heads.hasNext() ? heads.next() : null;
        }
    }

    /** Requires that all heads were reached: otherwise events are missing at the end. */
    public void end() {
        if (next != null) {
            throw missing("the checkpoint of " + next.size() + " events was signed");
        }
        var longer = kept.missingAt(edge.size());
        if (longer != null) {
            throw missing(longer);
        }
    }

    private FaultException missing(String why) {
        return new FaultException(edge.size() + 1, "the event is missing, and all after it: " + why);
    }

    private void dropLeaves() {
        edge.takeChanged().stream().filter(tile -> tile.level() > 0).forEach(upper::add);
    }

    /** The tiles above level 0, as far as they are filled; the last state of a tile is the last in the list. */
    public List<Tile> upperTiles() {
        dropLeaves();
        return List.copyOf(upper);
    }
}
