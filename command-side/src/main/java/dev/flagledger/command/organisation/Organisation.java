package dev.flagledger.command.organisation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.organisation.OrganisationCommand;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeOrganisation;
import dev.flagledger.api.organisation.OrganisationCommand.CreateOrganisation;
import dev.flagledger.api.organisation.OrganisationEvent;
import dev.flagledger.api.organisation.OrganisationEvent.MemberJoined;
import dev.flagledger.api.organisation.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.organisation.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** Guards who belongs to an organisation and what its admins have set. */
@Aggregate(type = "organisation", cache = "currentAggregates")
class Organisation {

    @AggregateIdentifier
    String id;

    private OrganisationSettings settings;

    Organisation() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(CreateOrganisation command) {
        apply(new OrganisationCreated(command.organisationId(), command.uuid(), command.settings()));
        apply(new MemberJoined(command.organisationId(), command.founderId(), Role.ADMIN));
    }

    @CommandHandler
    void handle(ChangeOrganisation command) {
        if (!command.settings().equals(settings)) {
            apply(new OrganisationChanged(command.organisationId(), command.settings()));
        }
    }

    @EventSourcingHandler
    void evolve(OrganisationEvent event) {
        switch (event) {
            case OrganisationCreated e -> {
                id = OrganisationCommand.streamOf(e.organisationId());
                settings = e.settings();
            }
            case OrganisationChanged e -> settings = e.settings();
            case MemberJoined _ -> {}
        }
    }
}
