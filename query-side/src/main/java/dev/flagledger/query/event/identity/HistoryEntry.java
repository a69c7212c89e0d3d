package dev.flagledger.query.event.identity;

import dev.flagledger.installation.identity.log.IdentityStep;
import dev.flagledger.query.event.table.EventView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.function.Supplier;

/**
 * An entry in the history of an identity, which is written only if it is on the page.
 *
 * @param at to the microsecond, as it is written
 */
record HistoryEntry(Instant at, Supplier<HistoryView> view) {

    static final Comparator<HistoryEntry> NEWEST_FIRST =
            Comparator.comparing(HistoryEntry::at).reversed();

    static HistoryEntry of(EventView event, Supplier<HistoryView> view) {
        return new HistoryEntry(event.instant(), view);
    }

    static HistoryEntry of(IdentityStep step, Supplier<HistoryView> view) {
        return new HistoryEntry(step.at().truncatedTo(ChronoUnit.MICROS), view);
    }
}
