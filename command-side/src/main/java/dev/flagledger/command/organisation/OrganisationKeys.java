package dev.flagledger.command.organisation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyChanged;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyRevoked;
import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeApiKey;
import dev.flagledger.api.organisation.OrganisationCommand.CreateApiKey;
import dev.flagledger.api.organisation.OrganisationCommand.RevokeApiKey;
import dev.flagledger.command.Entities;
import dev.flagledger.command.edit.Edits;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** The API keys of an organisation, as part of its aggregate. */
final class OrganisationKeys {

    private final Entities<ApiKey> keys = new Entities<>("MasterAPIKey");

    /** The ids of all keys that are not revoked. */
    Set<Integer> ids() {
        return keys.ids();
    }

    @CommandHandler
    void handle(CreateApiKey command) {
        apply(new ApiKeyCreated(command.organisationId(), command.key()));
    }

    @CommandHandler
    void handle(ChangeApiKey command) {
        var current = keys.get(command.key().seen().id());
        var changed = Edits.merged(command.key(), current);
        if (!changed.equals(current)) {
            apply(new ApiKeyChanged(command.organisationId(), changed));
        }
    }

    @CommandHandler
    void handle(RevokeApiKey command) {
        keys.require(command.keyId());
        apply(new ApiKeyRevoked(command.organisationId(), command.keyId()));
    }

    @EventSourcingHandler
    void evolve(OrganisationEvent event) {
        switch (event) {
            case ApiKeyCreated e -> keys.put(e.key().id(), e.key());
            case ApiKeyChanged e -> keys.put(e.key().id(), e.key());
            case ApiKeyRevoked e -> keys.remove(e.keyId());
            case OrganisationEvent _ -> {}
        }
    }
}
