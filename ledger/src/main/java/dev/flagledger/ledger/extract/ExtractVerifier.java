package dev.flagledger.ledger.extract;

import dev.flagledger.ledger.proof.note.Heads;
import dev.flagledger.ledger.proof.note.InvalidNoteException;
import dev.flagledger.ledger.proof.note.VerifierKey;
import dev.flagledger.ledger.proof.tree.Tile;
import dev.flagledger.ledger.proof.verify.FaultException;
import dev.flagledger.ledger.proof.verify.LeafList;
import dev.flagledger.ledger.proof.verify.PrunedEvents;
import dev.flagledger.ledger.proof.verify.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Verifies an extract without a server: all its events against its signed head; those of a part by their own proofs. Whether a part is
 * complete cannot be proved.
 */
public final class ExtractVerifier {

    private final @Nullable VerifierKey trusted;
    private final @Nullable String kept;

    /**
     * Creates a verifier.
     *
     * @param trusted the key of the log as the auditor knows it; null to use the one in the extract
     * @param kept the note of a head that the auditor has kept, which only an extract of all events can be compared with; null for none
     */
    public ExtractVerifier(@Nullable VerifierKey trusted, @Nullable String kept) {
        this.trusted = trusted;
        this.kept = kept;
    }

    /**
     * Verifies an extract.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is no extract, or one of a part, which cannot be compared with the head that was kept
     */
    public Verification verify(InputStream extract) throws IOException {
        var lines = new Lines(extract);
        var header = ExtractHeader.read(lines);
        if (kept != null && !header.whole()) {
            throw new IllegalArgumentException(
                    "Only an extract of all events can be compared with an earlier checkpoint");
        }
        Heads heads;
        try {
            heads = Heads.open(trusted == null ? header.key() : trusted, header.checkpoint(), kept);
        } catch (InvalidNoteException e) {
            return Verification.withoutHead("A checkpoint is not valid: " + e.getMessage());
        }
        return header.whole() ? whole(lines, header, heads) : PartVerifier.verify(lines, header, heads.head());
    }

    private static Verification whole(Lines lines, ExtractHeader header, Heads heads) throws IOException {
        var head = heads.head();
        long events = 0;
        var pruned = new PrunedEvents();
        try {
            var line = lines.next();
            var tiles = new ArrayList<Tile>();
            for (; line != null && ExtractTile.is(line); line = lines.next()) {
                tiles.add(ExtractTile.parse(line));
            }
            var leaves = LeafList.of(tiles, head, heads.kept());
            for (; line != null && !ExtractState.is(line); line = lines.next()) {
                var event = ExtractLine.parse(line).event();
                requireNext(event.position(), events);
                leaves.require(event.position(), event.leaf());
                ExtractedEvents.note(event, event.scope().organisationId(), pruned);
                events++;
            }
            requireNext(head.size() + 1, events);
            for (; line != null; line = lines.next()) {
                // An import would take an event from here too.
                if (!ExtractState.is(line)) {
                    throw new FaultException(events + 1, "the event is not in the tree of the checkpoint");
                }
            }
            return Verification.intact(events, head, header.checkpoint(), 1).withAccounted(pruned);
        } catch (FaultException e) {
            return Verification.faulty(events, head, header.checkpoint(), 1, e.fault());
        }
    }

    private static void requireNext(long position, long events) {
        if (position != events + 1) {
            throw new FaultException(events + 1, "the event is missing");
        }
    }
}
