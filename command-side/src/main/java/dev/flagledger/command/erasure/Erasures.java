package dev.flagledger.command.erasure;

import dev.flagledger.access.mail.Mails;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.erasure.ErasureCommand.EraseMember;
import dev.flagledger.api.erasure.ErasureCommand.EraseOneself;
import dev.flagledger.api.erasure.ErasureCommand.EraseUser;
import dev.flagledger.api.event.ErasureEvent.UserErased;
import dev.flagledger.api.user.UserCommand;
import dev.flagledger.command.invite.InviteRemoval;
import dev.flagledger.command.organisation.MemberRemoval;
import dev.flagledger.command.organisation.OrganisationDeletion;
import dev.flagledger.command.user.account.SuperuserLock;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.command.NameClaims;
import dev.flagledger.ledger.history.History;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/**
 * Handles erasures of users, each in one transaction: records it, and ends memberships and the account.
 */
@Component
class Erasures {

    private final ErasureRecords records;
    private final History<Installation> history;
    private final MemberRemoval members;
    private final InviteRemoval invites;
    private final OrganisationDeletion deletion;
    private final SuperuserLock superusers;
    private final NameClaims names;
    private final Accounts accounts;
    private final Mails mails;

    Erasures(
            ErasureRecords records,
            History<Installation> history,
            MemberRemoval members,
            InviteRemoval invites,
            OrganisationDeletion deletion,
            SuperuserLock superusers,
            NameClaims names,
            Accounts accounts,
            Mails mails) {
        this.records = records;
        this.history = history;
        this.members = members;
        this.invites = invites;
        this.deletion = deletion;
        this.superusers = superusers;
        this.names = names;
        this.accounts = accounts;
        this.mails = mails;
    }

    @CommandHandler
    void handle(EraseMember command, MetaData sent) {
        var current = history.stateAtHead();
        var organisations = current.organisationsOf(command.userId());
        if (!organisations.contains(command.organisationId())) {
            throw new Rejected(new Rejection.Missing("FFAdminUser"));
        }
        requireOrdinary(current, command.userId());
        OrganisationAdmins.require(organisations, current, sent);
        eraseUser(command.erasureId(), command.userId(), organisations);
    }

    @CommandHandler
    void handle(EraseOneself command) {
        eraseWithOrphans(command.erasureId(), command.userId(), command.deleteOrphans());
    }

    @CommandHandler
    void handle(EraseUser command) {
        if (history.stateAtHead().user(command.userId()).isEmpty()) {
            throw new Rejected(new Rejection.Missing("FFAdminUser"));
        }
        eraseWithOrphans(command.erasureId(), command.userId(), command.deleteOrphans());
    }

    /**
     * Erases a user, and deletes the organisations that have no other member if {@code orphans} is true. Somebody who joins one in the
     * meantime appends to the same stream, so the command is handled again then.
     */
    private void eraseWithOrphans(UUID erasureId, int userId, boolean orphans) {
        superusers.requireAnother(userId);
        var current = history.stateAtHead();
        var organisations = current.organisationsOf(userId);
        var deleted = organisations.stream()
                .filter(id -> orphans && isAlone(current, id))
                .toList();
        deleted.forEach(deletion::delete);
        eraseUser(
                erasureId,
                userId,
                organisations.stream().filter(id -> !deleted.contains(id)).toList());
    }

    private static boolean isAlone(Installation current, int organisationId) {
        return current.organisation(organisationId)
                .filter(organisation -> organisation.members().size() == 1)
                .isPresent();
    }

    private void eraseUser(UUID erasureId, int userId, List<Integer> organisations) {
        organisations.forEach(organisation -> members.remove(organisation, userId));
        invites.removeAllOf(userId, history.stateAtHead());
        records.add(new UserErased(erasureId, userId, organisations));
        names.release(List.of(UserCommand.streamOf(userId)));
        accounts.byId(userId).ifPresent(account -> mails.forget(account.email()));
        accounts.close(userId);
    }

    /** The account of a superuser is ended by superusers only: they are above the admins of any organisation. */
    private static void requireOrdinary(Installation current, int userId) {
        if (current.user(userId).filter(user -> user.standing().superuser()).isPresent()) {
            throw new Rejected(new Rejection.Forbidden());
        }
    }
}
