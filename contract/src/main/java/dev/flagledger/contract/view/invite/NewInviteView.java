package dev.flagledger.contract.view.invite;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.organisation.invite.Invite;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invite in the answer to its creation alone.
 *
 * @param link where the invited person can join, if the server sends no mails; absent otherwise, and in Flagsmith
 */
public record NewInviteView(
        int id,
        String email,
        Role role,
        String dateCreated,
        List<Integer> permissionGroups,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String link) {

    public static NewInviteView of(Invite invite, @Nullable String link) {
        return new NewInviteView(
                invite.id(), invite.email(), invite.role(), WireTime.rest(invite.createdAt()), invite.groups(), link);
    }
}
