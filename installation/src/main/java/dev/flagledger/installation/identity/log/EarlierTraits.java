package dev.flagledger.installation.identity.log;

import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.api.identity.Trait;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The traits before some events, as far as these change them: found in the earlier events, from the last to the first. */
final class EarlierTraits {

    private final boolean all;
    private final Set<String> missing = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final List<Trait> found = new ArrayList<>();

    /** Creates the search for what these events change; a deletion removes every trait. */
    EarlierTraits(Collection<IdentityEvent> later) {
        this.all = later.stream().anyMatch(IdentityDeleted.class::isInstance);
        later.stream().flatMap(EarlierTraits::keys).forEach(missing::add);
    }

    private static Stream<String> keys(IdentityEvent event) {
        return event instanceof TraitsChanged changed
                ? Stream.concat(changed.set().stream().map(Trait::key), changed.removed().stream())
                : Stream.empty();
    }

    /** Whether no earlier event is needed. */
    boolean areFound() {
        return !all && missing.isEmpty();
    }

    /** Adds the next earlier event. */
    void add(IdentityEvent earlier) {
        switch (earlier) {
            case IdentityCreated e -> e.traits().forEach(trait -> add(trait.key(), trait));
            case TraitsChanged e -> {
                // What is both removed and set is set.
                e.set().forEach(trait -> add(trait.key(), trait));
                e.removed().forEach(key -> add(key, null));
            }
            case IdentityRenamed _, IdentityDeleted _ -> {}
        }
    }

    private void add(String key, @Nullable Trait trait) {
        boolean isNewest = all ? known.add(key) : missing.remove(key);
        if (isNewest && trait != null) {
            found.add(trait);
        }
    }

    /** The traits that were found. */
    List<Trait> found() {
        return List.copyOf(found);
    }
}
