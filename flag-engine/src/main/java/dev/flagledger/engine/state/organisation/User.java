package dev.flagledger.engine.state.organisation;

import static dev.flagledger.api.Personal.Of.USER;

import dev.flagledger.api.Personal;
import dev.flagledger.api.event.Erasing;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who can log in. {@code lastLogin} is null until they first do. */
public record User(
        int id,
        UUID uuid,
        @Personal(USER) String email,
        @Personal(USER) String firstName,
        @Personal(USER) String lastName,
        Instant dateJoined,
        @Nullable Instant lastLogin) {

    /** Whoever was renamed while they were erased has no name either. */
    User named(String first, String last) {
        return hasBeenErased() ? this : new User(id, uuid, email, first, last, dateJoined, lastLogin);
    }

    /** Who somebody is of whom nothing is known any more. */
    public User erased() {
        return new User(id, uuid, Erasing.TOMBSTONE, Erasing.TOMBSTONE, Erasing.TOMBSTONE, dateJoined, lastLogin);
    }

    /** Whether nothing is known of them any more. No address looks like what stands in its place. */
    public boolean hasBeenErased() {
        return email.equals(Erasing.TOMBSTONE);
    }

    User loggedInAt(Instant at) {
        return new User(id, uuid, email, firstName, lastName, dateJoined, at);
    }
}
