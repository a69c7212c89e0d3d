package dev.flagledger.contract.view.organisation;

import dev.flagledger.api.organisation.Role;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member of an organisation. {@code dateJoined} is the time of the user's registration. */
public record MemberView(
        int id,
        String email,
        String firstName,
        String lastName,
        @Nullable String lastLogin,
        UUID uuid,
        Role role,
        String dateJoined) {

    /** All members, by id. */
    public static List<MemberView> of(Organisation organisation, Installation installation) {
        return organisation.members().keySet().stream()
                .sorted()
                .flatMap(user -> of(organisation, installation, user).stream())
                .toList();
    }

    /** The member with this id; empty if the user is not a member. */
    public static Optional<MemberView> of(Organisation organisation, Installation installation, int userId) {
        return Optional.ofNullable(organisation.members().get(userId))
                .flatMap(role -> installation
                        .user(userId)
                        .map(user -> new MemberView(
                                user.id(),
                                user.email(),
                                user.firstName(),
                                user.lastName(),
                                WireTime.restOrNull(user.lastLogin()),
                                user.uuid(),
                                role,
                                WireTime.rest(user.dateJoined()))));
    }
}
