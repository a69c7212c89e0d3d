package dev.flagledger.ledger.proof;

import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.ledger.background.LoopLifecycle;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.proof.note.NoteSigner;
import dev.flagledger.ledger.proof.note.TreeHead;
import dev.flagledger.ledger.proof.tree.TreeEdge;
import java.time.Duration;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes the tree behind the log, and signs its head: at most once a second, when there are new events. One node at a time does so,
 * and the others skip their rounds. Tiles and head are written in one transaction, so that a writer that was killed leaves a tree that
 * the next one continues. No append waits for it.
 */
final class TreeWriter implements LoopLifecycle {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int BATCH = 20_000;

    private final TreeTable table;
    private final NoteSigner signer;
    private final TransactionOperations transaction;
    private final boolean enabled;
    private final BackgroundLoop loop = new BackgroundLoop("tree", this::round);

    TreeWriter(TreeTable table, NoteSigner signer, TransactionOperations transaction, boolean enabled) {
        this.table = table;
        this.signer = signer;
        this.transaction = transaction;
        this.enabled = enabled;
    }

    private Duration round() {
        return write() == BATCH ? Duration.ZERO : INTERVAL;
    }

    /** Adds the next leaves to the tree, and returns their number. */
    int write() {
        return transaction.execute(_ -> table.lock() ? extend() : 0);
    }

    private int extend() {
        var head = table.newest();
        long size = head.map(SignedHead::size).orElse(EventLog.BEGINNING);
        var leaves = table.leaves(size, BATCH);
        if (leaves.isEmpty() && head.isPresent()) {
            return 0;
        }
        var edge = TreeEdge.of(size, table::tile);
        for (var leaf : leaves) {
            if (leaf.position() != edge.size() + 1) {
                throw new IllegalStateException("The log has no event at position " + (edge.size() + 1));
            }
            edge.append(leaf.hash());
        }
        table.store(edge.takeChanged());
        var root = edge.root();
        var note = signer.sign(new TreeHead(signer.verifier().name(), edge.size(), root).text());
        table.store(new SignedHead(edge.size(), root, note.toString()));
        return leaves.size();
    }

    /** Does nothing if the tree is switched off. */
    @Override
    public void start() {
        if (enabled) {
            loop.start();
        }
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }
}
