package dev.flagledger.contract.view.user;

import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.organisation.Standing.Status;
import dev.flagledger.engine.state.organisation.User;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as superusers see it. */
public record AccountView(
        int id,
        UUID uuid,
        String email,
        String firstName,
        String lastName,
        boolean isActive,
        boolean awaitsActivation,
        boolean isSuperuser,
        String dateJoined,
        @Nullable String lastLogin) {

    public static AccountView of(User user) {
        var standing = user.standing();
        return new AccountView(
                user.id(),
                user.uuid(),
                user.email(),
                user.firstName(),
                user.lastName(),
                standing.active(),
                standing.status() == Status.AWAITING_ACTIVATION,
                standing.superuser(),
                WireTime.rest(user.dateJoined()),
                WireTime.restOrNull(user.lastLogin()));
    }
}
