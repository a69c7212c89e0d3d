package dev.flagledger.command.invite;

import dev.flagledger.access.invite.InviteHashes;
import dev.flagledger.access.mail.Mails;
import dev.flagledger.api.invite.InviteCommand;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.command.NameClaims;
import java.util.List;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Ends the invites of a person as part of another command. */
@Component
public class InviteRemoval {

    private final Repository<Invite> invites;
    private final NameClaims names;
    private final InviteHashes hashes;
    private final Mails mails;

    InviteRemoval(Repository<Invite> invites, NameClaims names, InviteHashes hashes, Mails mails) {
        this.invites = invites;
        this.names = names;
        this.hashes = hashes;
        this.mails = mails;
    }

    /**
     * Deletes the open invites of a user, and all mails to them that are not sent yet, in the caller's transaction. Of somebody who has no
     * account, only the invites say the address.
     */
    public void removeAllOf(int userId, Installation current) {
        var email = current.user(userId).map(user -> user.email());
        email.ifPresent(mails::forget);
        for (var organisation : current.organisations().values()) {
            organisation.access().invitations().invites().values().stream()
                    .filter(invite -> invite.userId() == userId
                            || email.filter(invite.email()::equalsIgnoreCase).isPresent())
                    .forEach(invite -> {
                        mails.forget(invite.email());
                        remove(organisation.id(), invite.id());
                    });
        }
    }

    private void remove(int organisationId, int inviteId) {
        var stream = InviteCommand.streamOf(inviteId);
        invites.load(stream).execute(invite -> invite.delete(organisationId));
        names.release(List.of(stream));
        hashes.remove(InviteHashes.Kind.INVITE, inviteId);
    }
}
