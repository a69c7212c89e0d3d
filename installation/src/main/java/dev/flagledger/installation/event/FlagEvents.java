package dev.flagledger.installation.event;

import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.ledger.log.Recorded;
import java.util.function.BiFunction;

/** Gives what the ledger records its type again. */
public final class FlagEvents {

    private FlagEvents() {}

    /** An event of our own log. */
    public static RecordedEvent of(Recorded recorded) {
        return new RecordedEvent(recorded.position(), recorded.at(), recorded.actor(), (LedgerEvent) recorded.event());
    }

    /** A fold of our own events, as one of whatever the ledger records. */
    public static <S> BiFunction<S, Recorded, S> folded(BiFunction<S, RecordedEvent, S> fold) {
        return (before, recorded) -> fold.apply(before, of(recorded));
    }
}
