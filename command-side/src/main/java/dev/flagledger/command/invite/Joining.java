package dev.flagledger.command.invite;

import dev.flagledger.access.invite.InviteHashes;
import dev.flagledger.api.invite.InviteCommand.AcceptInvite;
import dev.flagledger.api.invite.InviteLinkCommand.JoinByLink;
import dev.flagledger.command.organisation.MemberAdmission;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Makes users members of the organisations that they are invited to: the invitation and the membership in one transaction. */
@Component
class Joining {

    private final Repository<Invite> invites;
    private final Repository<InviteLink> links;
    private final MemberAdmission members;
    private final InviteHashes hashes;

    Joining(Repository<Invite> invites, Repository<InviteLink> links, MemberAdmission members, InviteHashes hashes) {
        this.invites = invites;
        this.links = links;
        this.members = members;
        this.hashes = hashes;
    }

    @CommandHandler
    void handle(AcceptInvite command) {
        var offered = invites.load(command.aggregateId()).invoke(invite -> invite.accept(command));
        members.admit(offered.organisationId(), command.userId(), offered.role(), offered.groups());
        hashes.remove(InviteHashes.Kind.INVITE, command.inviteId());
    }

    @CommandHandler
    void handle(JoinByLink command) {
        var link = links.load(command.aggregateId());
        var offered = link.invoke(known -> known.offered(command.now()));
        if (members.admit(offered.organisationId(), command.userId(), offered.role(), List.of())) {
            link.execute(known -> known.used(command.userId()));
        }
    }
}
