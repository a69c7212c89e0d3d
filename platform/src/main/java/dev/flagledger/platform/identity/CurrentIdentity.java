package dev.flagledger.platform.identity;

import dev.flagledger.api.identity.Trait;
import java.util.List;
import java.util.Optional;

/** An identity with its traits, by id. */
public record CurrentIdentity(int id, String identifier, List<Trait> traits) {

    private static final int OVERHEAD = 200;

    /** The trait with this key. */
    public Optional<Trait> trait(String key) {
        for (var trait : traits) {
            if (trait.key().equals(key)) {
                return Optional.of(trait);
            }
        }
        return Optional.empty();
    }

    /** About how many bytes it takes to hold it. */
    public int weight() {
        int weight = OVERHEAD + identifier.length();
        for (var trait : traits) {
            var value = trait.value();
            weight += OVERHEAD + trait.key().length() + (value == null ? 0 : value.length());
        }
        return weight;
    }
}
