package dev.flagledger.command.erasure;

import dev.flagledger.access.invite.InvitedPeople;
import dev.flagledger.access.mail.Mails;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Subject;
import dev.flagledger.api.erasure.ErasureCommand.EraseInvited;
import dev.flagledger.api.event.ErasureEvent.InvitedPersonErased;
import dev.flagledger.command.invite.InviteRemoval;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.store.LogSearch;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Handles erasures of people who were invited and have no account, each in one transaction. */
@Component
class InvitedErasures {

    private final ErasureRecords records;
    private final History<Installation> history;
    private final InvitedPeople people;
    private final InviteRemoval invites;
    private final Mails mails;
    private final LogSearch search;

    InvitedErasures(
            ErasureRecords records,
            History<Installation> history,
            InvitedPeople people,
            InviteRemoval invites,
            Mails mails,
            LogSearch search) {
        this.records = records;
        this.history = history;
        this.people = people;
        this.invites = invites;
        this.mails = mails;
        this.search = search;
    }

    /** Whoever registers in the meantime, or takes the address for their account, is not erased: neither are the mails to them. */
    @CommandHandler
    void handle(EraseInvited command, MetaData sent) {
        int organisation = command.organisationId();
        if (!search.names(organisation, Subject.user(command.userId()))
                || !people.forget(command.userId(), command.email())) {
            throw new Rejected(new Rejection.Missing("Invite"));
        }
        var current = history.stateAtHead();
        var organisations = IntStream.concat(IntStream.of(organisation), inviting(current, command.userId()))
                .distinct()
                .sorted()
                .boxed()
                .toList();
        OrganisationAdmins.require(organisations, current, sent);
        invites.removeAllOf(command.userId(), current);
        mails.forget(command.email());
        records.add(new InvitedPersonErased(command.erasureId(), command.userId(), organisations));
    }

    private static IntStream inviting(Installation current, int userId) {
        return current.organisations().values().stream()
                .filter(organisation -> organisation.access().invitations().invites().values().stream()
                        .anyMatch(invite -> invite.userId() == userId))
                .mapToInt(organisation -> organisation.id());
    }
}
