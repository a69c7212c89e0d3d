package dev.flagledger.ledger.extract;

import dev.flagledger.ledger.log.store.StoredEvent;
import dev.flagledger.ledger.proof.entry.EntryColumns;
import dev.flagledger.ledger.proof.verify.PrunedEvents;
import org.jspecify.annotations.Nullable;

/** Takes account of the events of an extract: of what was pruned, and of what accounts for it. */
public final class ExtractedEvents {

    private ExtractedEvents() {}

    /**
     * Notes an event whose leaf was verified.
     *
     * @param organisation the organisation whose prunings may account for it if its entry is missing; null for none
     * @throws dev.flagledger.ledger.proof.verify.FaultException if it cannot have been pruned
     */
    public static void note(StoredEvent event, @Nullable Integer organisation, PrunedEvents pruned) {
        var removed = event.pruned();
        if (removed != null) {
            pruned.add(event.position(), organisation, removed.columns().type());
            return;
        }
        var entry = event.requireEntry().unsafeBytes();
        var columns = EntryColumns.of(entry);
        if (columns != null) {
            pruned.read(columns.type(), entry);
        }
    }
}
