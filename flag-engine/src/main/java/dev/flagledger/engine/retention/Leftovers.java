package dev.flagledger.engine.retention;

import dev.flagledger.api.event.LedgerEvent;
import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What folds need of events.
 *
 * @param needless the positions of the events of which they need nothing
 * @param changed what they need instead of others, by position; of these and of all that are not mentioned they need the whole
 */
public record Leftovers(BitSet needless, Map<Integer, LedgerEvent> changed) {

    /** Returns whether nothing is needed of the event at a position. */
    public boolean isNeedless(long position) {
        return needless.get(Math.toIntExact(position));
    }

    /** Returns what is needed instead of the event at a position; null for the event itself. */
    public @Nullable LedgerEvent changed(long position) {
        return changed.get(Math.toIntExact(position));
    }
}
