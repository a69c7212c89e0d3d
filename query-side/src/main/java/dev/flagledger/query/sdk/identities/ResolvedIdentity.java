package dev.flagledger.query.sdk.identities;

import dev.flagledger.engine.evaluation.environment.EvaluatedIdentity;
import dev.flagledger.installation.identity.log.IdentityState;
import dev.flagledger.query.sdk.identities.registry.CachedIdentity;
import dev.flagledger.query.sdk.identities.request.TraitInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An identity to evaluate flags for.
 *
 * @param id null if the identity is not recorded and so has no overrides
 * @param traits the recorded traits, with the transient ones applied
 * @param kept the recorded identity; null if there is none, or transient traits are applied
 */
public record ResolvedIdentity(
        @Nullable Integer id,
        String identifier,
        List<TraitInput> traits,
        @Nullable CachedIdentity kept) {

    /** Returns an identity that is not recorded, with its reported traits. */
    static ResolvedIdentity unrecorded(String identifier, List<TraitInput> reported) {
        var traits = reported.stream()
                .filter(trait -> !trait.isNone())
                .map(TraitInput::asTransient)
                .toList();
        return new ResolvedIdentity(null, identifier, traits, null);
    }

    /** Returns a recorded identity with its traits. */
    static ResolvedIdentity recorded(CachedIdentity kept) {
        return of(kept.state(), kept);
    }

    /** Returns an identity in an earlier state. */
    static ResolvedIdentity past(IdentityState identity) {
        return of(identity, null);
    }

    private static ResolvedIdentity of(IdentityState identity, @Nullable CachedIdentity kept) {
        return new ResolvedIdentity(
                identity.id(),
                identity.identifier(),
                identity.traits().stream().map(TraitInput::of).toList(),
                kept);
    }

    /** Returns this identity with transient traits applied. One without a value hides the recorded trait. */
    ResolvedIdentity with(List<TraitInput> reported) {
        if (reported.isEmpty()) {
            return this;
        }
        Map<String, TraitInput> byKey = new LinkedHashMap<>();
        traits.forEach(trait -> byKey.put(trait.key(), trait));
        for (var trait : reported) {
            if (!trait.isNone() || byKey.containsKey(trait.key())) {
                byKey.put(trait.key(), trait.asTransient());
            }
        }
        return new ResolvedIdentity(id, identifier, List.copyOf(byKey.values()), null);
    }

    EvaluatedIdentity evaluated() {
        var present = traits.stream()
                .filter(trait -> !trait.isNone())
                .map(trait -> trait.kept(Objects.requireNonNullElse(trait.id(), 0)))
                .toList();
        return new EvaluatedIdentity(id, identifier, present);
    }
}
