package dev.flagledger.command.invite;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.InviteEvent.InviteLinkCreated;
import dev.flagledger.api.event.InviteEvent.InviteLinkDeleted;
import dev.flagledger.api.event.InviteEvent.InviteLinkUsed;
import dev.flagledger.api.invite.InviteLinkCommand;
import dev.flagledger.api.invite.InviteLinkCommand.CreateInviteLink;
import dev.flagledger.api.invite.InviteLinkCommand.DeleteInviteLink;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The aggregate of an invite link. */
@Aggregate(type = "link", cache = "currentAggregates")
class InviteLink {

    @AggregateIdentifier
    String id;

    private InviteLinkCreated terms;

    InviteLink() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(CreateInviteLink command) {
        apply(new InviteLinkCreated(command.organisationId(), command.linkId(), command.role(), command.expiresAt()));
    }

    /** The permission of the command was checked for the organisation that it names. */
    @CommandHandler
    void handle(DeleteInviteLink command) {
        if (terms.organisationId() != command.organisationId()) {
            throw new Rejected(new Rejection.Missing("InviteLink"));
        }
        apply(new InviteLinkDeleted(command.organisationId(), command.linkId()));
    }

    /** Returns what the link offers; rejected if it has expired. */
    InviteLinkCreated offered(Instant now) {
        var end = terms.expiresAt();
        if (end != null && !end.isAfter(now)) {
            throw new Rejected(new Rejection.Invalid(Rule.INVITE_EXPIRED));
        }
        return terms;
    }

    /** Records that a user joined. */
    void used(int userId) {
        apply(new InviteLinkUsed(terms.organisationId(), terms.linkId(), userId));
    }

    @EventSourcingHandler
    void evolve(InviteLinkCreated event) {
        id = InviteLinkCommand.streamOf(event.linkId());
        terms = event;
    }

    @EventSourcingHandler
    void evolve(InviteLinkDeleted event) {
        markDeleted();
    }
}
