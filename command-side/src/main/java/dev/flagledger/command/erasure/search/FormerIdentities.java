package dev.flagledger.command.erasure.search;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.ErasureEvent.IdentityErased;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.identity.IdentityCommand;
import dev.flagledger.contract.error.Throttled;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.identity.Identities;
import dev.flagledger.installation.identity.log.IdentityHistory;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.load.Bulkhead;
import dev.flagledger.ledger.log.EndedObjects;
import dev.flagledger.ledger.log.stream.StreamSearch;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds identities that were deleted, alone or with their environment, and were not erased. Nothing is kept to find them by, so the
 * logs are searched.
 */
@Component
public class FormerIdentities {

    private static final int WAITING = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Bulkhead searches = new Bulkhead(1, WAITING, PATIENCE, () -> new Throttled(PATIENCE));
    private final History<Installation> history;
    private final Identities identities;
    private final IdentityHistory reported;
    private final StreamSearch streams;
    private final EndedObjects ended;

    FormerIdentities(
            History<Installation> history,
            Identities identities,
            IdentityHistory reported,
            StreamSearch streams,
            EndedObjects ended) {
        this.history = history;
        this.identities = identities;
        this.reported = reported;
        this.streams = streams;
        this.ended = ended;
    }

    /** Returns whether there was such an identity in an environment of the organisation. */
    public boolean includes(int organisationId, int environmentId, int identityId) {
        var stream = IdentityCommand.streamOf(environmentId, identityId);
        return streams.organisationOf(stream).filter(id -> id == organisationId).isPresent()
                && (hasEnded(environmentId)
                        || identities.find(environmentId, identityId).isEmpty())
                && ended.among(List.of(IdentityErased.objectOf(identityId))).isEmpty();
    }

    /**
     * Returns those whose last identifier this is. This takes time in proportion to the events of the organisation and to the identities
     * that were deleted; if the environment was, to all events that it had of identities, and memory for the ids of these.
     *
     * @throws Throttled if others search this node's logs, and do not end soon
     */
    public List<Integer> named(int organisationId, int environmentId, String identifier) {
        return searches.in(() -> search(organisationId, environmentId, identifier));
    }

    private List<Integer> search(int organisationId, int environmentId, String identifier) {
        return candidates(organisationId, environmentId)
                .map(stream -> Integer.parseInt(stream.substring(stream.lastIndexOf('-') + 1)))
                .distinct()
                .filter(id -> reported.lastIdentifier(environmentId, id)
                        .filter(identifier::equals)
                        .isPresent())
                .filter(id -> includes(organisationId, environmentId, id))
                .toList();
    }

    private Stream<String> candidates(int organisationId, int environmentId) {
        return hasEnded(environmentId)
                ? streams.begunIn(organisationId, environmentId, IdentityCommand.streamsIn(environmentId)).stream()
                : EventCatalogue.namesOf(ManagedIdentityDeleted.class).stream()
                        .flatMap(type -> streams.having(type, organisationId, environmentId).stream());
    }

    private boolean hasEnded(int environmentId) {
        return history.state().environment(environmentId).isEmpty();
    }
}
