package dev.flagledger.command.provider;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.OidcProviderEvent;
import dev.flagledger.api.event.OidcProviderEvent.OidcProviderAdded;
import dev.flagledger.api.event.OidcProviderEvent.OidcProviderChanged;
import dev.flagledger.api.event.OidcProviderEvent.OidcProviderRemoved;
import dev.flagledger.api.provider.OidcProvider;
import dev.flagledger.api.provider.OidcProviderCommand;
import dev.flagledger.api.provider.OidcProviderCommand.AddOidcProvider;
import dev.flagledger.api.provider.OidcProviderCommand.ChangeOidcProvider;
import dev.flagledger.api.provider.OidcProviderCommand.RemoveOidcProvider;
import dev.flagledger.command.edit.Edits;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The aggregate of an identity provider. It has a stream of its own, so that its name is claimed by it and not by the organisation. */
@Aggregate(type = "oidc-provider", cache = "currentAggregates")
class OidcProviderAggregate {

    @AggregateIdentifier
    String id;

    private int organisationId;
    private OidcProvider provider;

    OidcProviderAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(AddOidcProvider command) {
        apply(new OidcProviderAdded(command.organisationId(), command.providerId(), command.provider()));
    }

    @CommandHandler
    void handle(ChangeOidcProvider command) {
        requireOf(command);
        var changed = Edits.merged(command.provider(), provider);
        if (command.secretChanged() || !changed.equals(provider)) {
            apply(new OidcProviderChanged(organisationId, command.providerId(), changed, command.secretChanged()));
        }
    }

    @CommandHandler
    void handle(RemoveOidcProvider command) {
        requireOf(command);
        apply(new OidcProviderRemoved(organisationId, command.providerId()));
    }

    @EventSourcingHandler
    void evolve(OidcProviderEvent event) {
        switch (event) {
            case OidcProviderAdded e -> {
                id = OidcProviderCommand.streamOf(e.providerId());
                organisationId = e.organisationId();
                provider = e.provider();
            }
            case OidcProviderChanged e -> provider = e.provider();
            case OidcProviderRemoved _ -> markDeleted();
        }
    }

    /** Permissions were checked for the organisation that the command names. */
    private void requireOf(OidcProviderCommand command) {
        if (command.organisationId() != organisationId) {
            throw new Rejected(new Rejection.Missing("OidcProvider"));
        }
    }
}
