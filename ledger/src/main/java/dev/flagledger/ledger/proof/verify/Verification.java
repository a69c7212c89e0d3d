package dev.flagledger.ledger.proof.verify;

import dev.flagledger.ledger.proof.note.TreeHead;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a verification.
 *
 * @param events the number of events that were read, up to the first fault
 * @param head the newest signed head; null if the log has none
 * @param note its note, empty without one
 * @param heads the number of signed heads that were verified
 * @param pruned the number of events among them whose entries were pruned; their hashes were verified
 * @param unaccounted the number of those of which it is not known whether a pruning accounts for them
 * @param fault the first fault; empty if the log is intact
 */
public record Verification(
        long events,
        @Nullable TreeHead head,
        String note,
        long heads,
        long pruned,
        long unaccounted,
        Optional<Fault> fault) {

    /** No fault was found. */
    public static Verification intact(long events, TreeHead head, String note, long heads) {
        return new Verification(events, head, note, heads, 0, 0, Optional.empty());
    }

    /** A fault was found after this many events. */
    public static Verification faulty(long events, TreeHead head, String note, long heads, Fault fault) {
        return new Verification(events, head, note, heads, 0, 0, Optional.of(fault));
    }

    /** There is no head to begin with. */
    public static Verification withoutHead(String why) {
        return new Verification(0, null, "", 0, 0, 0, Optional.of(Fault.ofLog(why)));
    }

    /**
     * This outcome with the events whose entries were pruned.
     *
     * @throws FaultException at the first that no pruning accounts for
     */
    public Verification withAccounted(PrunedEvents missing) {
        missing.requireAccounted();
        return new Verification(events, head, note, heads, missing.count(), 0, fault);
    }

    /** This outcome with events whose entries were pruned, where what accounts for prunings was not read. */
    public Verification withUnaccounted(PrunedEvents missing) {
        return new Verification(events, head, note, heads, missing.count(), missing.count(), fault);
    }
}
