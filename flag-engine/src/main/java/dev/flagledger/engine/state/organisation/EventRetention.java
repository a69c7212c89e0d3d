package dev.flagledger.engine.state.organisation;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of an organisation's old events.
 *
 * @param days the number of days for which they are kept; null for ever
 * @param legalHold whether nothing may be pruned
 * @param prunedTo the position of the last event that is pruned; 0 for none
 */
public record EventRetention(@Nullable Integer days, boolean legalHold, long prunedTo) {

    /** Nothing is ever pruned. */
    public static final EventRetention FOR_EVER = new EventRetention(null, false, 0);

    /** Returns whether events may be pruned now. */
    public boolean prunes() {
        return days != null && !legalHold;
    }

    /** Returns this retention with another number of days. */
    public EventRetention lasting(@Nullable Integer changed) {
        return new EventRetention(changed, legalHold, prunedTo);
    }

    /** Returns this retention with the legal hold set or lifted. */
    public EventRetention held(boolean changed) {
        return new EventRetention(days, changed, prunedTo);
    }

    /** Returns this retention after pruning up to a position. */
    public EventRetention prunedTo(long position) {
        return new EventRetention(days, legalHold, position);
    }
}
