package dev.flagledger.command.invite;

import dev.flagledger.access.invite.InviteHashes;
import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.saml.SamlMembership;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.invite.InviteCommand.AcceptInvite;
import dev.flagledger.api.invite.InviteLinkCommand.JoinByLink;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.invite.rule.InviteSettings;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.access.InviteTexts;
import dev.flagledger.contract.view.organisation.OrganisationView;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.organisation.invite.Invitations;
import java.time.Clock;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints by which users join the organisations that they are invited to. Clients tell the two apart by the texts of errors. */
@RestController
@RequestMapping("/api/v1/users/join")
class JoinController {

    private final InviteHashes hashes;
    private final InviteSettings settings;
    private final SamlMembership saml;
    private final Clock clock;

    JoinController(InviteHashes hashes, InviteSettings settings, SamlMembership saml, Clock clock) {
        this.hashes = hashes;
        this.settings = settings;
        this.saml = saml;
        this.clock = clock;
    }

    @PostMapping("/{hash}")
    OrganisationView byInvite(CommandContext context, @PathVariable String hash) {
        var user = context.access().account();
        int id = AccessContext.found(hashes.find(InviteHashes.Kind.INVITE, hash), "Invite");
        return join(
                context,
                new AcceptInvite(id, user.id(), user.email()),
                invitations -> invitations.invites().containsKey(id),
                "Invite");
    }

    @PostMapping("/link/{hash}")
    OrganisationView byLink(CommandContext context, @PathVariable String hash) {
        var user = context.access().account();
        if (!settings.links()) {
            throw Refusal.detail(HttpStatus.FORBIDDEN, InviteTexts.LINKS_DISABLED);
        }
        int id = AccessContext.found(hashes.find(InviteHashes.Kind.LINK, hash), "InviteLink");
        return join(
                context,
                new JoinByLink(id, user.id(), clock.instant()),
                invitations -> invitations.links().containsKey(id),
                "InviteLink");
    }

    private OrganisationView join(
            CommandContext context, LedgerCommand command, Predicate<Invitations> has, String what) {
        var inviting = context.installation().organisations().values().stream()
                .filter(organisation -> has.test(organisation.access().invitations()))
                .map(Organisation::id)
                .findAny();
        int organisation = AccessContext.found(inviting, what);
        saml.requireMember(context.installation(), context.access().account().id(), organisation);
        context.send(command);
        var joined = context.installation().organisation(organisation);
        return OrganisationView.seenBy(context.actor(), AccessContext.found(joined, "Organisation"));
    }
}
