package dev.flagledger.query.sdk.identities;

import dev.flagledger.engine.evaluation.environment.EvaluatedIdentity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose flags are asked for.
 *
 * @param id null if nothing is kept of them, and so there are no overrides
 * @param traits what counts for this answer
 * @param kept the identity of which this is all that counts; null if it is not kept, or something is said in passing
 */
public record ResolvedIdentity(
        @Nullable Integer id,
        String identifier,
        List<TraitInput> traits,
        @Nullable CachedIdentity kept) {

    /** Somebody of whom nothing is kept, with what is said of them. */
    static ResolvedIdentity stranger(String identifier, List<TraitInput> said) {
        var traits = said.stream()
                .filter(trait -> !trait.isNone())
                .map(TraitInput::inPassing)
                .toList();
        return new ResolvedIdentity(null, identifier, traits, null);
    }

    /** Somebody who is kept, with all that is. */
    static ResolvedIdentity known(CachedIdentity kept) {
        var identity = kept.state();
        return new ResolvedIdentity(
                identity.id(),
                identity.identifier(),
                identity.traits().stream().map(TraitInput::of).toList(),
                kept);
    }

    /** The same with what is said in passing; that there is none hides the one that is kept. */
    ResolvedIdentity with(List<TraitInput> said) {
        if (said.isEmpty()) {
            return this;
        }
        Map<String, TraitInput> byKey = new LinkedHashMap<>();
        traits.forEach(trait -> byKey.put(trait.key(), trait));
        for (var trait : said) {
            if (!trait.isNone() || byKey.containsKey(trait.key())) {
                byKey.put(trait.key(), trait.inPassing());
            }
        }
        return new ResolvedIdentity(id, identifier, List.copyOf(byKey.values()), null);
    }

    EvaluatedIdentity evaluated() {
        var counting = traits.stream()
                .filter(trait -> !trait.isNone())
                .map(trait -> trait.kept(Objects.requireNonNullElse(trait.id(), 0)))
                .toList();
        return new EvaluatedIdentity(id, identifier, counting);
    }
}
