package dev.flagledger.command.revert.existence;

import dev.flagledger.installation.identity.log.IdentityState;
import java.util.Optional;
import java.util.Set;

/** Identities of which nothing is known but their overrides. */
record Unreported() implements IdentityLookup {

    @Override
    public Optional<IdentityState> last(int environmentId, int identityId) {
        return Optional.empty();
    }

    @Override
    public boolean areIn(int environmentId) {
        return false;
    }

    @Override
    public Optional<String> identifier(int environmentId, int identityId) {
        return Optional.of("identity " + identityId);
    }

    @Override
    public Set<Integer> erased(Set<Integer> identities) {
        return Set.of();
    }

    @Override
    public Optional<Integer> named(int environmentId, String identifier) {
        return Optional.empty();
    }
}
