package dev.flagledger.standalone.proof;

import dev.flagledger.ledger.proof.verify.Fault;
import dev.flagledger.ledger.proof.verify.Verification;
import java.io.PrintWriter;

/** The lines that tell an auditor the outcome of a verification: of which checkpoint, and the first fault. */
record VerifyReport(Verification verified) {

    void print(PrintWriter out) {
        var head = verified.head();
        if (head != null) {
            out.println("Checkpoint: " + head.origin() + ", " + head.size() + " events, root hash " + head.root());
        }
        out.println(verified.fault().map(VerifyReport::line).orElseGet(this::intact));
        out.flush();
    }

    private static String line(Fault fault) {
        return (fault.position() == 0 ? "The log was changed: " : "First bad entry: ") + fault;
    }

    private String intact() {
        return "Intact: " + verified.events() + " entries" + pruned() + " and " + verified.heads()
                + " checkpoints verified.";
    }

    private String pruned() {
        if (verified.pruned() == 0) {
            return "";
        }
        var unaccounted = verified.unaccounted() == 0 ? "" : ", and not accounted for";
        return " (" + verified.pruned() + " of them pruned, by their hashes" + unaccounted + ")";
    }
}
