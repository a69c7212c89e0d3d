package dev.flagledger.contract.view.invite;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.invite.Invite;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invite in the answer to those that were sent together.
 *
 * @param invitedBy null if it was not a user
 * @param link where the invited person can join, if the server sends no mails; absent otherwise, and in Flagsmith
 */
public record InviteView(
        int id,
        String email,
        Role role,
        String dateCreated,
        @Nullable InviterView invitedBy,
        List<Integer> permissionGroups,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String link) {

    public static InviteView of(Invite invite, Installation installation, @Nullable String link) {
        var inviter = invite.invitedBy();
        return new InviteView(
                invite.id(),
                invite.email(),
                invite.role(),
                WireTime.rest(invite.createdAt()),
                inviter == null
                        ? null
                        : installation.user(inviter).map(InviterView::of).orElse(null),
                invite.groups(),
                link);
    }
}
