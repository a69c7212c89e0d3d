package dev.flagledger.command.revert.existence;

import dev.flagledger.api.identity.ManagedIdentityCommand.OverrideForIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.RestoreIdentity;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.IdentityOverride;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.installation.identity.log.IdentityState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Creates a deleted identity again, with its last traits and its overrides of the features that still exist. These get their former
 * ids.
 *
 * @param former the environment before the deletion
 * @param id the former id
 * @param last its last state; empty if nothing was reported of it
 */
record RestoredIdentity(Environment former, Project now, int id, Optional<IdentityState> last) {

    /** Returns the identifier; empty if it is not known. */
    Optional<String> identifier() {
        return last.map(IdentityState::identifier)
                .or(() -> flags().map(flag -> flag.identity(id).identifier()).findAny());
    }

    /** Traits get other ids, since those of a deleted environment may still have rows. */
    RestoreIdentity command(int environmentId, int newId, String identifier, ToIntFunction<Ids.Kind> drawn) {
        var traits = last.map(IdentityState::traits).orElse(List.of()).stream()
                .map(trait -> new Trait(drawn.applyAsInt(Ids.Kind.TRAIT), trait.key(), trait.type(), trait.value()))
                .toList();
        return new RestoreIdentity(
                environmentId, newId, identifier, traits, overrides(environmentId, newId, identifier));
    }

    /** Returns the commands that create its overrides for another identity. */
    List<OverrideForIdentity> overrides(int environmentId, int identityId, String identifier) {
        return flags().filter(flag -> now.features().containsKey(flag.featureId()))
                .sorted(Comparator.comparingInt(Flag::featureId))
                .map(flag -> override(flag.featureId(), flag.identity(id), environmentId, identityId, identifier))
                .toList();
    }

    private Stream<Flag> flags() {
        return former.flags().values().stream().filter(flag -> flag.identities().containsKey(id));
    }

    private OverrideForIdentity override(
            int featureId, IdentityOverride override, int environmentId, int identityId, String identifier) {
        var state = override.state();
        return new OverrideForIdentity(
                environmentId,
                identityId,
                identifier,
                featureId,
                state.id(),
                state.uuid(),
                state.setting().retaining(now.feature(featureId).options().keySet()));
    }
}
