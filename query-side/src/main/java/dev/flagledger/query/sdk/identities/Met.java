package dev.flagledger.query.sdk.identities;

import dev.flagledger.engine.evaluation.environment.EvaluatedIdentity;
import dev.flagledger.platform.identity.CurrentIdentity;
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
public record Met(
        @Nullable Integer id,
        String identifier,
        List<SaidTrait> traits,
        @Nullable CurrentIdentity kept) {

    /** Somebody of whom nothing is kept, with what is said of them. */
    static Met stranger(String identifier, List<SaidTrait> said) {
        var traits = said.stream()
                .filter(trait -> !trait.isNone())
                .map(SaidTrait::inPassing)
                .toList();
        return new Met(null, identifier, traits, null);
    }

    /** Somebody who is kept, with all that is. */
    static Met known(CurrentIdentity identity) {
        return new Met(
                identity.id(),
                identity.identifier(),
                identity.traits().stream().map(SaidTrait::of).toList(),
                identity);
    }

    /** The same with what is said in passing; that there is none hides the one that is kept. */
    Met with(List<SaidTrait> said) {
        if (said.isEmpty()) {
            return this;
        }
        Map<String, SaidTrait> byKey = new LinkedHashMap<>();
        traits.forEach(trait -> byKey.put(trait.key(), trait));
        for (var trait : said) {
            if (!trait.isNone() || byKey.containsKey(trait.key())) {
                byKey.put(trait.key(), trait.inPassing());
            }
        }
        return new Met(id, identifier, List.copyOf(byKey.values()), null);
    }

    EvaluatedIdentity evaluated() {
        var counting = traits.stream()
                .filter(trait -> !trait.isNone())
                .map(trait -> trait.kept(Objects.requireNonNullElse(trait.id(), 0)))
                .toList();
        return new EvaluatedIdentity(id, identifier, counting);
    }
}
