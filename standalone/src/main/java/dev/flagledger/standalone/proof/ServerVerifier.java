package dev.flagledger.standalone.proof;

import dev.flagledger.ledger.extract.ExtractedEvents;
import dev.flagledger.ledger.log.store.StoredEvent;
import dev.flagledger.ledger.proof.note.Heads;
import dev.flagledger.ledger.proof.note.InvalidNoteException;
import dev.flagledger.ledger.proof.note.VerifierKey;
import dev.flagledger.ledger.proof.verify.FaultException;
import dev.flagledger.ledger.proof.verify.LeafList;
import dev.flagledger.ledger.proof.verify.PrunedEvents;
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
        var pruned = new PrunedEvents();
        try {
            var leaves = LeafList.of(server.leaves(head.size()), head, heads.kept());
            if (organisation != null || project != null) {
                server.read(organisation, project, "", head.size(), event -> {
                    leaves.require(event.position(), event.leaf());
                    events.incrementAndGet();
                    ExtractedEvents.note(event, owner(event), pruned);
                });
            }
            var verified = Verification.intact(events.get(), head, note, 1);
            // The events that record prunings are not those of a project.
            return project == null ? verified.withAccounted(pruned) : verified.withUnaccounted(pruned);
        } catch (FaultException e) {
            return Verification.faulty(events.get(), head, note, 1, e.fault());
        }
    }

    /** The organisation whose prunings may account for a missing entry, whatever the server says of the event. */
    private @Nullable Integer owner(StoredEvent event) {
        return organisation == null ? event.scope().organisationId() : organisation;
    }
}
