package dev.flagledger.installation.identity.log;

import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.api.identity.Trait;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The state of an identity, folded from its stream.
 *
 * @param version sequence number of the last event
 * @param traits traits with distinct keys, sorted by id
 */
public record IdentityState(int environmentId, int id, String identifier, long version, List<Trait> traits) {

    private static final int OVERHEAD = 200;

    /** Creates the initial state. */
    static IdentityState of(IdentityCreated event) {
        return new IdentityState(
                event.environmentId(), event.identityId(), event.identifier(), 0, sorted(event.traits()));
    }

    IdentityState evolve(IdentityRenamed event) {
        return new IdentityState(environmentId, id, event.identifier(), version + 1, traits);
    }

    IdentityState evolve(TraitsChanged event) {
        var byKey = new TreeMap<String, Trait>();
        traits.forEach(trait -> byKey.put(trait.key(), trait));
        event.removed().forEach(byKey::remove);
        event.set().forEach(trait -> byKey.put(trait.key(), trait));
        return new IdentityState(environmentId, id, identifier, version + 1, sorted(List.copyOf(byKey.values())));
    }

    /** Returns the trait with this key. */
    public Optional<Trait> trait(String key) {
        for (var trait : traits) {
            if (trait.key().equals(key)) {
                return Optional.of(trait);
            }
        }
        return Optional.empty();
    }

    /** Returns the approximate size in bytes, for caches. */
    public int weight() {
        int weight = OVERHEAD + identifier.length();
        for (var trait : traits) {
            var value = trait.value();
            weight += OVERHEAD + trait.key().length() + (value == null ? 0 : value.length());
        }
        return weight;
    }

    private static List<Trait> sorted(List<Trait> traits) {
        return traits.stream().sorted(Comparator.comparingInt(Trait::id)).toList();
    }
}
