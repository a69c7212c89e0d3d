package dev.flagledger.command.organisation;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.organisation.Role;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The members of an organisation, of whom one is an admin. */
final class Members {

    private final TreeMap<Integer, Role> roles = new TreeMap<>();

    void put(int userId, Role role) {
        roles.put(userId, role);
    }

    void remove(int userId) {
        roles.remove(userId);
    }

    boolean contains(int userId) {
        return roles.containsKey(userId);
    }

    /** The role of a member; rejected if the user is none. */
    Role role(int userId) {
        var role = roles.get(userId);
        if (role == null) {
            throw new Rejected(new Rejection.Missing("FFAdminUser"));
        }
        return role;
    }

    /**
     * Rejected if a user is no admin any more. The state by which a command was permitted may be older than this: of two admins who
     * remove each other, only the first does so.
     */
    void requireStillAdmin(Actor actor) {
        @Nullable Integer user = actor.userId();
        if (user != null && roles.get(user) != Role.ADMIN) {
            throw new Rejected(new Rejection.Forbidden());
        }
    }

    /** Rejected if there is no admin beside these users. */
    void requireAdminBeside(Set<Integer> users) {
        if (roles.entrySet().stream()
                .noneMatch(member -> member.getValue() == Role.ADMIN && !users.contains(member.getKey()))) {
            throw new Rejected(new Rejection.Invalid(Rule.LAST_ADMIN));
        }
    }
}
