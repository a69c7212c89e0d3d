package dev.flagledger.command.revert;

import dev.flagledger.api.event.ErasureEvent.IdentityErased;
import dev.flagledger.command.revert.existence.IdentityLookup;
import dev.flagledger.installation.identity.Identities;
import dev.flagledger.installation.identity.KnownIdentity;
import dev.flagledger.installation.identity.log.IdentityLog;
import dev.flagledger.installation.identity.log.IdentityState;
import dev.flagledger.ledger.log.EndedObjects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks identities up in their log, which keeps those that were deleted, and in the rows of the others. */
@Component
final class LoggedIdentities implements IdentityLookup {

    private final Identities identities;
    private final IdentityLog log;
    private final EndedObjects ended;

    LoggedIdentities(Identities identities, IdentityLog log, EndedObjects ended) {
        this.identities = identities;
        this.log = log;
        this.ended = ended;
    }

    @Override
    public Optional<IdentityState> last(int environmentId, int identityId) {
        return log.last(environmentId, identityId);
    }

    @Override
    public boolean areIn(int environmentId) {
        return identities.areIn(environmentId);
    }

    @Override
    public Optional<String> identifier(int environmentId, int identityId) {
        return identities.find(environmentId, identityId).map(KnownIdentity::identifier);
    }

    @Override
    public Set<Integer> erased(Set<Integer> asked) {
        var objects = ended.among(asked.stream().map(IdentityErased::objectOf).toList());
        return asked.stream()
                .filter(id -> objects.contains(IdentityErased.objectOf(id)))
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<Integer> named(int environmentId, String identifier) {
        return identities.named(environmentId, identifier).map(KnownIdentity::id);
    }
}
