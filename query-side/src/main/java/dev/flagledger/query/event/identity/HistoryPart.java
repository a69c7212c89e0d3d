package dev.flagledger.query.event.identity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The newest entries of a history.
 *
 * @param from there may be further entries before this instant, to the microsecond, and none of these is; null if there are no others
 */
record HistoryPart(Stream<HistoryEntry> entries, @Nullable Instant from) {

    /** Those of some entries that are not before an instant, if there is one. */
    static HistoryPart since(@Nullable Instant instant, Stream<HistoryEntry> entries) {
        if (instant == null) {
            return new HistoryPart(entries, null);
        }
        var from = instant.truncatedTo(ChronoUnit.MICROS);
        return new HistoryPart(entries.filter(entry -> !entry.at().isBefore(from)), from);
    }
}
