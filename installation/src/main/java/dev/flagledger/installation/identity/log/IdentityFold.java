package dev.flagledger.installation.identity.log;

import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.ledger.log.stream.StreamEvent;
import java.util.List;
import java.util.Optional;

/** Folds the stream of an identity. */
public final class IdentityFold {

    private IdentityFold() {}

    /** Returns the identity after an event; empty before its creation and after its deletion. */
    public static Optional<IdentityState> after(Optional<IdentityState> before, IdentityEvent event) {
        return switch (event) {
            case IdentityCreated e -> Optional.of(IdentityState.of(e));
            case IdentityRenamed e -> Optional.of(before.orElseThrow().evolve(e));
            case TraitsChanged e -> Optional.of(before.orElseThrow().evolve(e));
            case IdentityDeleted _ -> Optional.empty();
        };
    }

    /** Returns the identity after all events of its stream but its deletion; empty if there are none. */
    static Optional<IdentityState> beforeDeletion(List<StreamEvent> stream) {
        Optional<IdentityState> state = Optional.empty();
        for (var recorded : stream) {
            var event = (IdentityEvent) recorded.event();
            state = event instanceof IdentityDeleted ? state : after(state, event);
        }
        return state;
    }
}
