package dev.flagledger.query.invite;

import dev.flagledger.access.invite.InviteHashes;
import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.invite.InviteLinkView;
import dev.flagledger.contract.view.invite.ListedInviteView;
import dev.flagledger.engine.state.organisation.Organisation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the open invites and the invite links of an organisation. */
@RestController
@RequestMapping("/api/v1/organisations/{id}")
class InviteController {

    private final InviteHashes hashes;

    InviteController(InviteHashes hashes) {
        this.hashes = hashes;
    }

    @GetMapping("/invites")
    Page<ListedInviteView> list(AccessContext access, @PathVariable int id, HttpServletRequest request) {
        var organisation = administered(access, id);
        var invites = List.copyOf(organisation.access().invitations().invites().values());
        return PageRequest.fixed(request)
                .of(invites)
                .map(invite -> ListedInviteView.of(invite, organisation, access.installation()));
    }

    @GetMapping("/invites/{inviteId}")
    ListedInviteView retrieve(AccessContext access, @PathVariable int id, @PathVariable int inviteId) {
        var organisation = administered(access, id);
        var invite = Optional.ofNullable(
                organisation.access().invitations().invites().get(inviteId));
        return ListedInviteView.of(AccessContext.found(invite, "Invite"), organisation, access.installation());
    }

    /** A link whose hash is not stored was deleted since. */
    @GetMapping("/invite-links")
    List<InviteLinkView> links(AccessContext access, @PathVariable int id) {
        var links = administered(access, id).access().invitations().links().values();
        var stored = hashes.of(InviteHashes.Kind.LINK, id);
        return links.stream()
                .filter(link -> stored.containsKey(link.id()))
                .map(link -> InviteLinkView.of(link, stored.getOrDefault(link.id(), "")))
                .toList();
    }

    private static Organisation administered(AccessContext access, int id) {
        access.requireAdmin(id);
        return access.organisation(id, Permission.ORGANISATION_ADMIN);
    }
}
