package dev.flagledger.command.erasure;

import dev.flagledger.access.mail.Mails;
import dev.flagledger.access.permission.AccessPolicy;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.security.Caller;
import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.erasure.ErasureCommand.EraseIdentity;
import dev.flagledger.api.erasure.ErasureCommand.EraseMember;
import dev.flagledger.api.erasure.ErasureCommand.EraseOneself;
import dev.flagledger.api.erasure.ErasureCommand.EraseUser;
import dev.flagledger.api.event.ErasureEvent;
import dev.flagledger.api.event.ErasureEvent.IdentityErased;
import dev.flagledger.api.event.ErasureEvent.UserErased;
import dev.flagledger.api.user.UserCommand;
import dev.flagledger.command.identity.IdentityRemoval;
import dev.flagledger.command.invite.InviteRemoval;
import dev.flagledger.command.organisation.MemberRemoval;
import dev.flagledger.command.organisation.OrganisationDeletion;
import dev.flagledger.command.user.account.SuperuserLock;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.command.NameClaims;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.subject.SubjectKeys;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Handles erasures, each in one transaction: records the event, ends memberships and accounts, and destroys the key
 * that encrypts the subject's personal data.
 */
@Component
class Erasures {

    private final Repository<Erasure> erasures;
    private final History<Installation> history;
    private final MemberRemoval members;
    private final InviteRemoval invites;
    private final IdentityRemoval identities;
    private final OrganisationDeletion deletion;
    private final SuperuserLock superusers;
    private final NameClaims names;
    private final Accounts accounts;
    private final Mails mails;
    private final SubjectKeys keys;

    Erasures(
            Repository<Erasure> erasures,
            History<Installation> history,
            MemberRemoval members,
            InviteRemoval invites,
            IdentityRemoval identities,
            OrganisationDeletion deletion,
            SuperuserLock superusers,
            NameClaims names,
            Accounts accounts,
            Mails mails,
            SubjectKeys keys) {
        this.erasures = erasures;
        this.history = history;
        this.members = members;
        this.invites = invites;
        this.identities = identities;
        this.deletion = deletion;
        this.superusers = superusers;
        this.names = names;
        this.accounts = accounts;
        this.mails = mails;
        this.keys = keys;
    }

    @CommandHandler
    void handle(EraseMember command, MetaData sent) {
        var current = history.stateAtHead();
        var organisations = current.organisationsOf(command.userId());
        if (!organisations.contains(command.organisationId())) {
            throw new Rejected(new Rejection.Missing("FFAdminUser"));
        }
        requireOrdinary(current, command.userId());
        requireAdminOfAll(Caller.visible(current), organisations, Attribution.actorOf(sent));
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

    @CommandHandler
    void handle(EraseIdentity command) {
        identities.remove(command.environmentId(), command.identityId());
        record(new IdentityErased(command.erasureId(), command.environmentId(), command.identityId()));
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
        record(new UserErased(erasureId, userId, organisations));
        names.release(List.of(UserCommand.streamOf(userId)));
        accounts.byId(userId).ifPresent(account -> mails.forget(account.email()));
        accounts.close(userId);
    }

    private void record(ErasureEvent event) {
        try {
            erasures.newInstance(() -> new Erasure(event));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("an erasure declares nothing else", e);
        }
        keys.destroy(event.erased());
    }

    /** The account of a superuser is ended by superusers only: they are above the admins of any organisation. */
    private static void requireOrdinary(Installation current, int userId) {
        if (current.user(userId).filter(user -> user.standing().superuser()).isPresent()) {
            throw new Rejected(new Rejection.Forbidden());
        }
    }

    /** The admins of one organisation must not end the user's memberships in others. */
    private static void requireAdminOfAll(Installation current, List<Integer> organisations, Actor actor) {
        if (!organisations.stream()
                .allMatch(id -> AccessPolicy.may(
                        current, actor, Permission.ORGANISATION_ADMIN, new Scope.OfOrganisation(id)))) {
            throw new Rejected(new Rejection.Forbidden());
        }
    }
}
