package dev.flagledger.ledger.fold;

import dev.flagledger.api.event.RecordedEvent;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * A state and the position in the log that it has been folded up to.
 *
 * @param <S> what is folded; immutable
 */
public record At<S>(long position, S state) {

    At<S> evolve(BiFunction<S, RecordedEvent, S> fold, RecordedEvent event) {
        return new At<>(event.position(), fold.apply(state, event));
    }

    At<S> evolve(BiFunction<S, RecordedEvent, S> fold, Stream<RecordedEvent> events) {
        var reached = this;
        for (var event : (Iterable<RecordedEvent>) events::iterator) {
            reached = reached.evolve(fold, event);
        }
        return reached;
    }
}
