package dev.flagledger.command.unsupported;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.ProjectTexts;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints of invites, which are refused. The dashboard creates two links for every organisation that has none. */
@RestController
@RequestMapping("/api/v1")
class UnsupportedInviteController {

    @PostMapping("/organisations/{id}/invite-links")
    void createLink(AccessContext access, @PathVariable int id) {
        access.requireAdmin(id);
        throw InvalidInput.detail(ProjectTexts.INVITES_DISABLED);
    }

    @PostMapping("/users/join/link/{hash}")
    void joinByLink() {
        throw new Rejected(new Rejection.Missing("InviteLink"));
    }

    @PostMapping("/users/join/{hash}")
    void joinByMail() {
        throw new Rejected(new Rejection.Missing("Invite"));
    }
}
