package dev.flagledger.contract.view.grant;

import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.organisation.User;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user who holds a grant. */
public record HolderUserView(
        int id,
        String email,
        String firstName,
        String lastName,
        @Nullable String lastLogin,
        UUID uuid) {

    static HolderUserView of(User user) {
        return new HolderUserView(
                user.id(),
                user.email(),
                user.firstName(),
                user.lastName(),
                WireTime.restOrNull(user.lastLogin()),
                user.uuid());
    }
}
