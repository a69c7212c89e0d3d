package dev.flagledger.query.sdk.identities.registry;

import dev.flagledger.installation.identity.log.IdentityState;
import dev.flagledger.query.sdk.identities.request.TraitInput;
import java.util.ArrayList;
import java.util.List;

/**
 * The difference between the traits that an application reports and those recorded.
 *
 * @param set traits that are new or different
 * @param removed the keys of recorded traits that are reported as removed
 */
public record IdentityDelta(List<TraitInput> set, List<String> removed) {

    /** Returns what to record of reported traits with different keys. */
    public static IdentityDelta between(List<TraitInput> reported, IdentityState recorded) {
        List<TraitInput> set = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (var trait : reported) {
            var kept = recorded.trait(trait.key());
            if (!trait.isNone() && (kept.isEmpty() || trait.differsFrom(kept.get()))) {
                set.add(trait);
            } else if (trait.isNone() && kept.isPresent()) {
                removed.add(trait.key());
            }
        }
        return new IdentityDelta(set, removed);
    }

    /** Returns whether there is nothing to record. */
    public boolean isNone() {
        return set.isEmpty() && removed.isEmpty();
    }
}
