package dev.flagledger.engine.retention;

import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The overrides that the streams of identities know. The state of the installation has none of features that have ended, but whoever
 * loads such a stream folds theirs, too.
 */
final class OverrideStreams {

    private final Set<List<Integer>> known = new HashSet<>();

    /**
     * Adds the next event.
     *
     * @throws IllegalStateException if the stream of the event cannot be loaded
     */
    void add(LedgerEvent event) {
        switch (event) {
            case IdentityOverrideCreated e -> known.add(override(e, e.featureId()));
            case IdentityOverrideRemoved e -> known.remove(override(e, e.featureId()));
            case IdentityOverrideUpdated e -> {
                if (!known.contains(override(e, e.featureId()))) {
                    throw new IllegalStateException("a change of an override that is not there");
                }
            }
            default -> {}
        }
    }

    private static List<Integer> override(ManagedIdentityEvent event, int feature) {
        return List.of(event.environmentId(), event.identityId(), feature);
    }
}
