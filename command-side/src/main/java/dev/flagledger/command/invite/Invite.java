package dev.flagledger.command.invite;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.InviteEvent.InviteAccepted;
import dev.flagledger.api.event.InviteEvent.InviteCreated;
import dev.flagledger.api.event.InviteEvent.InviteDeleted;
import dev.flagledger.api.event.InviteEvent.InviteRepeated;
import dev.flagledger.api.invite.InviteCommand;
import dev.flagledger.api.invite.InviteCommand.AcceptInvite;
import dev.flagledger.api.invite.InviteCommand.CreateInvite;
import dev.flagledger.api.invite.InviteCommand.DeleteInvite;
import dev.flagledger.api.invite.InviteCommand.ResendInvite;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The aggregate of an invite to one person. */
@Aggregate(type = "invite", cache = "currentAggregates")
class Invite {

    @AggregateIdentifier
    String id;

    private InviteCreated terms;

    Invite() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(CreateInvite command) {
        apply(new InviteCreated(
                command.organisationId(),
                command.inviteId(),
                command.userId(),
                command.email(),
                command.role(),
                command.groups()));
    }

    @CommandHandler
    void handle(ResendInvite command) {
        requireOf(command.organisationId());
        apply(new InviteRepeated(command.organisationId(), command.inviteId()));
    }

    @CommandHandler
    void handle(DeleteInvite command) {
        delete(command.organisationId());
    }

    void delete(int organisationId) {
        requireOf(organisationId);
        apply(new InviteDeleted(organisationId, terms.inviteId()));
    }

    /** Ends the invite, and returns what was offered. */
    InviteCreated accept(AcceptInvite command) {
        if (!command.email().equalsIgnoreCase(terms.email())) {
            throw new Rejected(new Rejection.Invalid(Rule.INVITED_ADDRESS));
        }
        apply(new InviteAccepted(terms.organisationId(), terms.inviteId(), command.userId()));
        return terms;
    }

    /** The permission of the command was checked for the organisation that it names. */
    private void requireOf(int organisationId) {
        if (terms.organisationId() != organisationId) {
            throw new Rejected(new Rejection.Missing("Invite"));
        }
    }

    @EventSourcingHandler
    void evolve(InviteCreated event) {
        id = InviteCommand.streamOf(event.inviteId());
        terms = event;
    }

    @EventSourcingHandler
    void evolve(InviteAccepted event) {
        markDeleted();
    }

    @EventSourcingHandler
    void evolve(InviteDeleted event) {
        markDeleted();
    }
}
