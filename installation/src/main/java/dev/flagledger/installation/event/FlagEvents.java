package dev.flagledger.installation.event;

import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.ledger.log.Recorded;
import java.util.function.BiFunction;

/** Converts the ledger's untyped events to those of the configuration log. */
public final class FlagEvents {

    private FlagEvents() {}

    /** Converts a recorded event. */
    public static RecordedEvent of(Recorded recorded) {
        return new RecordedEvent(recorded.position(), recorded.at(), recorded.actor(), recorded.origin(), (LedgerEvent)
                recorded.event());
    }

    /** Adapts a fold of typed events to the ledger's untyped ones. */
    public static <S> BiFunction<S, Recorded, S> folded(BiFunction<S, RecordedEvent, S> fold) {
        return (before, recorded) -> fold.apply(before, of(recorded));
    }
}
