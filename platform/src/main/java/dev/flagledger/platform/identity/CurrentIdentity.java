package dev.flagledger.platform.identity;

import dev.flagledger.api.identity.Trait;
import java.util.List;
import java.util.Optional;

/** An identity with its traits, by id. */
public record CurrentIdentity(int id, String identifier, List<Trait> traits) {

    /** The trait with this key. */
    public Optional<Trait> trait(String key) {
        for (var trait : traits) {
            if (trait.key().equals(key)) {
                return Optional.of(trait);
            }
        }
        return Optional.empty();
    }
}
