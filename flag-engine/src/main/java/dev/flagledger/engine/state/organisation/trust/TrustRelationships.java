package dev.flagledger.engine.state.organisation.trust;

import dev.flagledger.api.event.TrustEvent;
import dev.flagledger.api.event.TrustEvent.TrustChanged;
import dev.flagledger.api.event.TrustEvent.TrustCreated;
import dev.flagledger.api.event.TrustEvent.TrustDeleted;
import dev.flagledger.api.event.TrustEvent.TrustTokenIssued;
import dev.flagledger.api.trust.TrustRelationship;
import dev.flagledger.engine.Lookup;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** The workloads that an organisation trusts, by the id of the relationship. */
public record TrustRelationships(PSortedMap<Integer, TrustRelationship> byId) {

    /** None. */
    public static final TrustRelationships NONE = new TrustRelationships(TreePMap.empty());

    /** Returns the relationship with this id, if it exists. */
    public Optional<TrustRelationship> find(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns whether an API key belongs to a relationship. Such keys are not listed with the others. */
    public boolean haveKey(int keyId) {
        return byId.values().stream().anyMatch(trust -> trust.keyId() == keyId);
    }

    /** Returns the relationships after an event of one of them. */
    public TrustRelationships evolve(TrustEvent event) {
        return switch (event) {
            case TrustCreated e -> with(e.trust());
            case TrustChanged e -> {
                var before = Lookup.required(byId, e.trustId(), "trust relationship");
                yield with(new TrustRelationship(before.id(), before.keyId(), e.details()));
            }
            case TrustDeleted e -> new TrustRelationships(byId.minus(e.trustId()));
            case TrustTokenIssued _ -> this;
        };
    }

    private TrustRelationships with(TrustRelationship trust) {
        return new TrustRelationships(byId.plus(trust.id(), trust));
    }
}
