package dev.flagledger.contract.view.organisation;

import dev.flagledger.api.organisation.Role;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import java.util.List;
import java.util.Map;
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
        return organisation.members().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(member -> installation.user(member.getKey()).stream()
                        .map(user -> new MemberView(
                                user.id(),
                                user.email(),
                                user.firstName(),
                                user.lastName(),
                                WireTime.restOrNull(user.lastLogin()),
                                user.uuid(),
                                member.getValue(),
                                WireTime.rest(user.dateJoined()))))
                .toList();
    }
}
