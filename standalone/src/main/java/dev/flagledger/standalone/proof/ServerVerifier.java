package dev.flagledger.standalone.proof;

import dev.flagledger.ledger.proof.note.InvalidNoteException;
import dev.flagledger.ledger.proof.note.TreeHead;
import dev.flagledger.ledger.proof.note.VerifierKey;
import dev.flagledger.ledger.proof.verify.Fault;
import dev.flagledger.ledger.proof.verify.FaultException;
import dev.flagledger.ledger.proof.verify.LeafList;
import dev.flagledger.ledger.proof.verify.Verification;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies what a server shows: the tree against its signed checkpoint and the one that was kept, and the entries of an organisation
 * or a project, if one is given.
 */
record ServerVerifier(
        ServerLog server,
        @Nullable Integer organisation,
        @Nullable Integer project) {

    Verification verify(@Nullable VerifierKey trusted, @Nullable String kept) throws IOException {
        var note = server.checkpoint();
        TreeHead head;
        TreeHead from;
        try {
            var key = trusted == null ? server.key() : trusted;
            head = key.open(note);
            from = kept == null ? null : key.open(kept);
        } catch (InvalidNoteException e) {
            var fault = new Fault(0, "A checkpoint is not valid: " + e.getMessage());
            return new Verification(0, null, "", 0, Optional.of(fault));
        }
        long events = 0;
        try {
            var leaves = LeafList.of(server.leaves(head.size()), head, from);
            if (organisation != null || project != null) {
                events = verifyEntries(leaves, head.size());
            }
            return new Verification(events, head, note, 1, Optional.empty());
        } catch (FaultException e) {
            return new Verification(events, head, note, 1, Optional.of(e.fault()));
        }
    }

    private long verifyEntries(LeafList leaves, long size) throws IOException {
        long events = 0;
        long last = 0;
        for (var page = server.events(organisation, project, last, size);
                !page.isEmpty();
                page = server.events(organisation, project, last, size)) {
            for (var event : page) {
                leaves.require(event.position(), event.entry().bytes());
                last = event.position();
                events++;
            }
        }
        return events;
    }
}
