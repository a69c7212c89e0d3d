package dev.flagledger.ledger.pruning;

import org.jspecify.annotations.Nullable;

/** What has to remain of events for folds. */
public interface Remains {

    /** Whether nothing has to remain of the event at a position. */
    boolean isNeedless(long position);

    /** What has to remain instead of the event at a position: one of the same type, without sealed texts. Null for the event itself. */
    @Nullable Object changed(long position);
}
