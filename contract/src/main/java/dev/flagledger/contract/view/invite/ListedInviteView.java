package dev.flagledger.contract.view.invite;

import dev.flagledger.contract.view.WireTime;
import dev.flagledger.contract.view.organisation.MemberView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.organisation.invite.Invite;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open invite as it is read. Unlike other responses it has no role.
 *
 * @param invitedBy null if it was not a user, or they are no member any more
 */
public record ListedInviteView(
        int id, String email, String dateCreated, @Nullable MemberView invitedBy, List<Integer> permissionGroups) {

    public static ListedInviteView of(Invite invite, Organisation organisation, Installation installation) {
        var inviter = Optional.ofNullable(invite.invitedBy())
                .flatMap(user -> MemberView.of(organisation, installation, user));
        return new ListedInviteView(
                invite.id(), invite.email(), WireTime.rest(invite.createdAt()), inviter.orElse(null), invite.groups());
    }
}
