package dev.flagledger.command.revert;

import dev.flagledger.command.revert.existence.IdentityLookup;
import dev.flagledger.installation.identity.Identities;
import dev.flagledger.installation.identity.KnownIdentity;
import dev.flagledger.installation.identity.log.IdentityHistory;
import dev.flagledger.installation.identity.log.IdentityHistory.Wanted;
import dev.flagledger.installation.identity.log.IdentityState;
import dev.flagledger.ledger.log.EndedObjects;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks identities up in their log, which keeps those that were deleted, and in the rows of the others. */
@Component
final class LoggedIdentities implements IdentityLookup {

    private static final Wanted LAST = new Wanted(null, null, _ -> true, 1);

    private final Identities identities;
    private final IdentityHistory history;
    private final EndedObjects ended;

    LoggedIdentities(Identities identities, IdentityHistory history, EndedObjects ended) {
        this.identities = identities;
        this.history = history;
        this.ended = ended;
    }

    @Override
    public Optional<IdentityState> last(int environmentId, int identityId) {
        var steps = history.newest(environmentId, identityId, LAST).steps();
        return steps.isEmpty()
                ? Optional.empty()
                : steps.getLast().after().or(() -> steps.getLast().before());
    }

    @Override
    public boolean areIn(int environmentId) {
        return identities.areIn(environmentId);
    }

    @Override
    public boolean exists(int environmentId, int identityId) {
        return identities.find(environmentId, identityId).isPresent();
    }

    @Override
    public boolean isErased(int identityId) {
        return !ended.among(List.of("erased-identity:" + identityId)).isEmpty();
    }

    @Override
    public Optional<Integer> named(int environmentId, String identifier) {
        return identities.named(environmentId, identifier).map(KnownIdentity::id);
    }
}
