package dev.flagledger.ledger.extract;

import dev.flagledger.ledger.proof.note.TreeHead;
import dev.flagledger.ledger.proof.tree.Proofs;
import dev.flagledger.ledger.proof.verify.Fault;
import dev.flagledger.ledger.proof.verify.Verification;
import java.io.IOException;

/** Verifies the events of an extract of a part by their own proofs. */
final class PartVerifier {

    private PartVerifier() {}

    /** Reads the lines after the header, up to the first event that is not proved, or not after the one before it. */
    static Verification verify(Lines lines, ExtractHeader header, TreeHead head) throws IOException {
        long events = 0;
        long pruned = 0;
        long last = 0;
        for (var bytes = lines.next(); bytes != null; bytes = lines.next()) {
            var line = ExtractLine.parse(bytes);
            long position = line.event().position();
            if (position <= last || !proved(line, head)) {
                var fault = new Fault(position, "the entry is not the one that was signed");
                return Verification.faulty(events, head, header.checkpoint(), 1, fault);
            }
            last = position;
            events++;
            pruned += line.event().isPruned() ? 1 : 0;
        }
        return Verification.intact(events, head, header.checkpoint(), 1).withPruned(pruned);
    }

    private static boolean proved(ExtractLine line, TreeHead head) {
        var event = line.event();
        return Proofs.includes(event.position() - 1, head.size(), event.leaf(), line.proof(), head.root());
    }
}
