package dev.flagledger.command.invite;

import static dev.flagledger.access.invite.InviteHashes.Kind.INVITE;

import dev.flagledger.access.address.DashboardLinks;
import dev.flagledger.access.invite.InviteHashes;
import dev.flagledger.access.invite.InvitedPeople;
import dev.flagledger.access.mail.Mails;
import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.invite.InviteCommand.CreateInvite;
import dev.flagledger.api.invite.InviteCommand.DeleteInvite;
import dev.flagledger.api.invite.InviteCommand.ResendInvite;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.organisation.invite.Invite;
import dev.flagledger.installation.id.Ids;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends invites: the command, the secret part of the link, and the mail in one transaction. */
@Component
public class InviteSender {

    private final Ids ids;
    private final InvitedPeople people;
    private final InviteHashes hashes;
    private final Mails mails;
    private final DashboardLinks links;

    InviteSender(Ids ids, InvitedPeople people, InviteHashes hashes, Mails mails, DashboardLinks links) {
        this.ids = ids;
        this.people = people;
        this.hashes = hashes;
        this.mails = mails;
        this.links = links;
    }

    /**
     * An invite that was sent.
     *
     * @param link for the admin to pass on; null if a mail has it
     */
    record Sent(Invite invite, @Nullable String link) {}

    /**
     * Invites a person to be an ordinary member. Rejected if an invite is open for the address.
     *
     * @throws dev.flagledger.api.Rejected if the caller may not invite people
     */
    public void invite(CommandContext context, Organisation organisation, String email) {
        send(context, organisation, new InviteForm.Request(email, Role.USER, List.of()));
    }

    /** Withdraws an invite, unless it has ended. */
    public void withdraw(CommandContext context, Organisation organisation, int inviteId) {
        context.send(new DeleteInvite(organisation.id(), inviteId), () -> hashes.remove(INVITE, inviteId));
    }

    Sent send(CommandContext context, Organisation organisation, InviteForm.Request request) {
        int id = ids.next(Ids.Kind.INVITE);
        var hash = InviteHashes.draw();
        context.send(
                new CreateInvite(
                        organisation.id(),
                        id,
                        people.idOf(request.email()),
                        request.email(),
                        request.role(),
                        request.groups()),
                () -> {
                    hashes.store(INVITE, id, organisation.id(), hash);
                    mail(context, organisation, request.email(), hash);
                });
        var invite = context.installation().organisation(organisation.id()).flatMap(current -> find(current, id));
        return new Sent(AccessContext.found(invite, "Invite"), shown(hash));
    }

    /** Sends the mail again, with the same link; returns the link if there is no mail. */
    Optional<String> resend(CommandContext context, Organisation organisation, int inviteId) {
        var invite = AccessContext.found(find(organisation, inviteId), "Invite");
        var hash = AccessContext.found(
                Optional.ofNullable(hashes.of(INVITE, organisation.id()).get(inviteId)), "Invite");
        context.send(
                new ResendInvite(organisation.id(), inviteId), () -> mail(context, organisation, invite.email(), hash));
        return Optional.ofNullable(shown(hash));
    }

    private void mail(CommandContext context, Organisation organisation, String email, String hash) {
        var name = organisation.settings().name();
        var inviter = Optional.ofNullable(context.actor().userId())
                .flatMap(context.installation()::user)
                .orElse(null);
        mails.queue(email, InviteMail.subject(name), InviteMail.text(name, inviter, link(hash)));
    }

    private @Nullable String shown(String hash) {
        return mails.configured() ? null : link(hash);
    }

    private String link(String hash) {
        return links.to("/invite/" + hash);
    }

    private static Optional<Invite> find(Organisation organisation, int id) {
        return Optional.ofNullable(organisation.access().invitations().invites().get(id));
    }
}
