package dev.flagledger.command.trust;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyChanged;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyRevoked;
import dev.flagledger.api.event.TrustEvent;
import dev.flagledger.api.event.TrustEvent.TrustChanged;
import dev.flagledger.api.event.TrustEvent.TrustCreated;
import dev.flagledger.api.event.TrustEvent.TrustDeleted;
import dev.flagledger.api.event.TrustEvent.TrustTokenIssued;
import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.trust.TrustCommand.ChangeTrust;
import dev.flagledger.api.trust.TrustCommand.CreateTrust;
import dev.flagledger.api.trust.TrustCommand.DeleteTrust;
import dev.flagledger.api.trust.TrustCommand.IssueTrustToken;
import dev.flagledger.api.trust.TrustRelationship;
import dev.flagledger.command.Entities;
import dev.flagledger.command.edit.Edits;
import dev.flagledger.engine.state.organisation.trust.TrustRelationships;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** The trust relationships of an organisation, as a part of its aggregate, with the API keys as which workloads act. */
public final class OrganisationTrusts {

    private static final String TRUST = "TrustRelationship";

    private TrustRelationships trusts = TrustRelationships.NONE;
    private final Entities<ApiKey> keys = new Entities<>(TRUST);

    @CommandHandler
    void handle(CreateTrust command) {
        apply(new ApiKeyCreated(command.organisationId(), command.key()));
        apply(new TrustCreated(command.organisationId(), command.trust()));
    }

    @CommandHandler
    void handle(ChangeTrust command) {
        var current = trust(command.trustId());
        var key = keys.get(current.keyId());
        var changedKey = Edits.merged(command.key(), key);
        if (!changedKey.equals(key)) {
            apply(new ApiKeyChanged(command.organisationId(), changedKey));
        }
        var changed = Edits.merged(command.details(), current.details());
        if (!changed.equals(current.details())) {
            apply(new TrustChanged(command.organisationId(), command.trustId(), changed));
        }
    }

    @CommandHandler
    void handle(DeleteTrust command) {
        int key = trust(command.trustId()).keyId();
        apply(new TrustDeleted(command.organisationId(), command.trustId()));
        apply(new ApiKeyRevoked(command.organisationId(), key));
    }

    @CommandHandler
    void handle(IssueTrustToken command) {
        trust(command.trustId());
        apply(new TrustTokenIssued(command.organisationId(), command.trustId(), command.subject()));
    }

    @EventSourcingHandler
    void evolve(OrganisationEvent event) {
        switch (event) {
            case TrustEvent e -> trusts = trusts.evolve(e);
            case ApiKeyCreated e -> keys.put(e.key().id(), e.key());
            case ApiKeyChanged e -> keys.put(e.key().id(), e.key());
            case ApiKeyRevoked e -> keys.remove(e.keyId());
            case OrganisationEvent _ -> {}
        }
    }

    private TrustRelationship trust(int id) {
        return trusts.find(id).orElseThrow(() -> new Rejected(new Rejection.Missing(TRUST)));
    }
}
