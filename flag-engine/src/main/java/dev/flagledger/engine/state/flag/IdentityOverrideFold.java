package dev.flagledger.engine.state.flag;

import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedTraitsChanged;
import java.time.Instant;
import java.util.Set;

/** Folds events of identities into the identity overrides of a flag. */
final class IdentityOverrideFold {

    private IdentityOverrideFold() {}

    static Flag evolve(Flag flag, ManagedIdentityEvent event, Set<Integer> options, Instant at) {
        int id = event.identityId();
        return switch (event) {
            case ManagedIdentityCreated _, ManagedTraitsChanged _ -> flag;
            case IdentityOverrideCreated e ->
                with(flag, IdentityOverride.of(e, Settings.retaining(options, e.setting()), at));
            case IdentityOverrideUpdated e -> {
                var override = flag.identity(id);
                var state = override.state().set(e.change(), setting -> Settings.retaining(options, setting), at);
                yield with(flag, override.with(state));
            }
            case ManagedIdentityRenamed e -> {
                var override = flag.identities().get(id);
                yield override == null ? flag : with(flag, override.named(e.identifier()));
            }
            case IdentityOverrideRemoved _, ManagedIdentityDeleted _ ->
                flag.identities().containsKey(id)
                        ? flag.withIdentities(flag.identities().minus(id))
                        : flag;
        };
    }

    private static Flag with(Flag flag, IdentityOverride override) {
        return flag.withIdentities(flag.identities().plus(override.identityId(), override));
    }
}
