package dev.flagledger.command.invite;

import static dev.flagledger.access.invite.InviteHashes.Kind.LINK;

import dev.flagledger.access.invite.InviteHashes;
import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.invite.InviteLinkCommand.CreateInviteLink;
import dev.flagledger.api.invite.InviteLinkCommand.DeleteInviteLink;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.invite.rule.InviteSettings;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.access.InviteTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.invite.InviteLinkView;
import dev.flagledger.engine.state.organisation.invite.Invitations;
import dev.flagledger.installation.id.Ids;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that create and delete invite links. The dashboard creates two for every organisation that has none. */
@RestController
@RequestMapping("/api/v1/organisations/{id}/invite-links")
class InviteLinkController {

    private static final int MOST = 100;

    private final Ids ids;
    private final InviteHashes hashes;
    private final InviteSettings settings;
    private final Clock clock;

    InviteLinkController(Ids ids, InviteHashes hashes, InviteSettings settings, Clock clock) {
        this.ids = ids;
        this.hashes = hashes;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    InviteLinkView create(CommandContext context, @PathVariable int id, Form form) {
        var existing = invitations(context, id).links();
        if (!settings.links()) {
            throw InvalidInput.detail(InviteTexts.LINKS_DISABLED);
        }
        var role = form.choice("role", Role.NAMES, Role.USER.name());
        var expiresAt = form.timeOrNull("expires_at", null);
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            form.reject("expires_at", InviteTexts.PAST);
        }
        form.validate();
        if (existing.size() >= MOST) {
            throw InvalidInput.detail(InviteTexts.TOO_MANY_LINKS);
        }
        int link = ids.next(Ids.Kind.INVITE_LINK);
        var hash = InviteHashes.draw();
        context.send(
                new CreateInviteLink(id, link, Role.valueOf(role), expiresAt),
                () -> hashes.store(LINK, link, id, hash));
        var created = Optional.ofNullable(invitations(context, id).links().get(link));
        return InviteLinkView.of(AccessContext.found(created, "InviteLink"), hash);
    }

    @DeleteMapping("/{linkId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable int id, @PathVariable int linkId) {
        invitations(context, id);
        context.send(new DeleteInviteLink(id, linkId), () -> hashes.remove(LINK, linkId));
    }

    private static Invitations invitations(CommandContext context, int id) {
        var access = context.access();
        access.requireAdmin(id);
        return access.organisation(id, Permission.ORGANISATION_ADMIN).access().invitations();
    }
}
