package dev.flagledger.standalone.proof;

import dev.flagledger.ledger.proof.note.Heads;
import dev.flagledger.ledger.proof.note.InvalidNoteException;
import dev.flagledger.ledger.proof.note.VerifierKey;
import dev.flagledger.ledger.proof.verify.FaultException;
import dev.flagledger.ledger.proof.verify.LeafList;
import dev.flagledger.ledger.proof.verify.Verification;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Verifies the tree that a server shows, and the entries of an organisation or a project, if one is given. */
record ServerVerifier(
        ServerLog server,
        @Nullable Integer organisation,
        @Nullable Integer project) {

    Verification verify(@Nullable VerifierKey trusted, @Nullable String kept) throws IOException {
        var note = server.checkpoint();
        Heads heads;
        try {
            heads = Heads.open(trusted == null ? server.key() : trusted, note, kept);
        } catch (InvalidNoteException e) {
            return Verification.withoutHead("A checkpoint is not valid: " + e.getMessage());
        }
        var head = heads.head();
        var events = new AtomicLong();
        var pruned = new AtomicLong();
        try {
            var leaves = LeafList.of(server.leaves(head.size()), head, heads.kept());
            if (organisation != null || project != null) {
                server.read(organisation, project, head.size(), event -> {
                    leaves.require(event.position(), event.leaf());
                    events.incrementAndGet();
                    pruned.addAndGet(event.isPruned() ? 1 : 0);
                });
            }
            return Verification.intact(events.get(), head, note, 1).withPruned(pruned.get());
        } catch (FaultException e) {
            return Verification.faulty(events.get(), head, note, 1, e.fault());
        }
    }
}
