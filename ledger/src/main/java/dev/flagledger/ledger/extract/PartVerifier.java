package dev.flagledger.ledger.extract;

import dev.flagledger.ledger.proof.note.TreeHead;
import dev.flagledger.ledger.proof.tree.Proofs;
import dev.flagledger.ledger.proof.verify.FaultException;
import dev.flagledger.ledger.proof.verify.PrunedEvents;
import dev.flagledger.ledger.proof.verify.Verification;
import java.io.IOException;

/** Verifies the events of an extract of a part by their own proofs. */
final class PartVerifier {

    private PartVerifier() {}

    /** Reads the lines after the header, up to the first event that is not proved, or not after the one before it. */
    static Verification verify(Lines lines, ExtractHeader header, TreeHead head) throws IOException {
        long events = 0;
        long last = 0;
        var pruned = new PrunedEvents();
        try {
            for (var bytes = lines.next(); bytes != null; bytes = lines.next()) {
                var line = ExtractLine.parse(bytes);
                var event = line.event();
                if (event.position() <= last || !proved(line, head)) {
                    throw new FaultException(event.position(), "the entry is not the one that was signed");
                }
                // An event of another organisation does not account for what this part lacks, whatever its line says.
                var organisation = header.organisation();
                ExtractedEvents.note(
                        event, organisation == null ? event.scope().organisationId() : organisation, pruned);
                last = event.position();
                events++;
            }
            var verified = Verification.intact(events, head, header.checkpoint(), 1);
            // The events that record prunings are not those of a project, nor need they match a filter.
            return header.project() == null && header.filter().isEmpty()
                    ? verified.withAccounted(pruned)
                    : verified.withUnaccounted(pruned);
        } catch (FaultException e) {
            return Verification.faulty(events, head, header.checkpoint(), 1, e.fault());
        }
    }

    private static boolean proved(ExtractLine line, TreeHead head) {
        var event = line.event();
        return Proofs.includes(event.position() - 1, head.size(), event.leaf(), line.proof(), head.root());
    }
}
