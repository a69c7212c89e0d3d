package dev.flagledger.contract.view.invite;

import dev.flagledger.api.organisation.Role;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.organisation.invite.InviteLink;
import org.jspecify.annotations.Nullable;

/** An invite link with its secret part. */
public record InviteLinkView(
        int id,
        String hash,
        String dateCreated,
        Role role,
        @Nullable String expiresAt) {

    public static InviteLinkView of(InviteLink link, String hash) {
        return new InviteLinkView(
                link.id(), hash, WireTime.rest(link.createdAt()), link.role(), WireTime.restOrNull(link.expiresAt()));
    }
}
