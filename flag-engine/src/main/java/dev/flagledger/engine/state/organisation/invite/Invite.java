package dev.flagledger.engine.state.organisation.invite;

import static dev.flagledger.api.Personal.Of.USER;

import dev.flagledger.api.Personal;
import dev.flagledger.api.organisation.Role;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An open invite to one person.
 *
 * @param userId the account of the person, or the id that it will have
 * @param groups ids of the groups that the person is to join
 * @param invitedBy id of the user who sent it; null if it was not a user
 */
public record Invite(
        int id,
        int userId,
        @Personal(USER) String email,
        Role role,
        List<Integer> groups,
        Instant createdAt,
        @Nullable Integer invitedBy) {

    Invite without(int group) {
        return new Invite(
                id,
                userId,
                email,
                role,
                groups.stream().filter(Predicate.not(Predicate.isEqual(group))).toList(),
                createdAt,
                invitedBy);
    }
}
