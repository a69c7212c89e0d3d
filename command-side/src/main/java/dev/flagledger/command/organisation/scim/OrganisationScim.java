package dev.flagledger.command.organisation.scim;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.ScimEvent;
import dev.flagledger.api.event.ScimEvent.ScimConnected;
import dev.flagledger.api.event.ScimEvent.ScimDisconnected;
import dev.flagledger.api.event.ScimEvent.ScimPersonForgotten;
import dev.flagledger.api.event.ScimEvent.ScimPersonRecorded;
import dev.flagledger.api.event.ScimEvent.ScimTokenChanged;
import dev.flagledger.api.scim.ScimCommand.ChangeScimToken;
import dev.flagledger.api.scim.ScimCommand.ConnectScim;
import dev.flagledger.api.scim.ScimCommand.DisconnectScim;
import dev.flagledger.api.scim.ScimCommand.ForgetPerson;
import dev.flagledger.api.scim.ScimCommand.RecordPerson;
import dev.flagledger.engine.state.organisation.scim.Provisioning;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** The directory of an organisation, as a part of its aggregate. The members and groups are decided by other parts. */
public final class OrganisationScim {

    private Provisioning provisioning = Provisioning.NONE;

    @CommandHandler
    void handle(ConnectScim command) {
        if (provisioning.connection() != null) {
            throw new Rejected(new Rejection.Invalid(Rule.SCIM_CONNECTED));
        }
        apply(new ScimConnected(command.organisationId()));
    }

    @CommandHandler
    void handle(ChangeScimToken command) {
        requireConnection();
        apply(new ScimTokenChanged(command.organisationId()));
    }

    @CommandHandler
    void handle(DisconnectScim command) {
        requireConnection();
        apply(new ScimDisconnected(command.organisationId()));
    }

    @CommandHandler
    void handle(RecordPerson command) {
        requireConnection();
        var person = command.person();
        if (provisioning.person(person.userId()).filter(person::equals).isEmpty()) {
            apply(new ScimPersonRecorded(
                    command.organisationId(),
                    person.userId(),
                    person.userName(),
                    person.externalId(),
                    person.takenOut()));
        }
    }

    @CommandHandler
    void handle(ForgetPerson command) {
        if (provisioning.person(command.userId()).isPresent()) {
            apply(new ScimPersonForgotten(command.organisationId(), command.userId()));
        }
    }

    @EventSourcingHandler
    void evolve(OrganisationEvent event) {
        switch (event) {
            case ScimEvent e -> provisioning = provisioning.evolve(e, Instant.EPOCH);
            case MemberJoined e -> provisioning = provisioning.joinedBy(e.userId());
            case OrganisationEvent _ -> {}
        }
    }

    private void requireConnection() {
        if (provisioning.connection() == null) {
            throw new Rejected(new Rejection.Missing("ScimConfiguration"));
        }
    }
}
