package dev.flagledger.engine.state.organisation;

import static dev.flagledger.api.Personal.Of.USER;

import dev.flagledger.api.Personal;
import dev.flagledger.api.event.AccountEvent;
import dev.flagledger.api.event.AccountEvent.EmailChanged;
import dev.flagledger.api.event.AccountEvent.SuperuserRevoked;
import dev.flagledger.api.event.Erasing;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user account. {@code lastLogin} is null before the first login. */
public record User(
        int id,
        UUID uuid,
        @Personal(USER) String email,
        @Personal(USER) String firstName,
        @Personal(USER) String lastName,
        Instant dateJoined,
        @Nullable Instant lastLogin,
        Standing standing) {

    /** An account with nothing special about it. */
    public User(
            int id,
            UUID uuid,
            String email,
            String firstName,
            String lastName,
            Instant dateJoined,
            @Nullable Instant lastLogin) {
        this(id, uuid, email, firstName, lastName, dateJoined, lastLogin, Standing.ORDINARY);
    }

    /** Renames the user, unless erased: a concurrent renaming may follow the erasure. */
    User named(String first, String last) {
        return hasBeenErased() ? this : new User(id, uuid, email, first, last, dateJoined, lastLogin, standing);
    }

    /** Returns the account without personal data. */
    public User erased() {
        return new User(
                id,
                uuid,
                Erasing.TOMBSTONE,
                Erasing.TOMBSTONE,
                Erasing.TOMBSTONE,
                dateJoined,
                lastLogin,
                standing.erased());
    }

    /** Returns whether the personal data has been erased. The tombstone is no valid e-mail address. */
    public boolean hasBeenErased() {
        return email.equals(Erasing.TOMBSTONE);
    }

    /** Returns the account without what a superuser may do. */
    public User demoted() {
        return evolve(new SuperuserRevoked(id));
    }

    User loggedInAt(Instant at) {
        return new User(id, uuid, email, firstName, lastName, dateJoined, at, standing);
    }

    /** Returns the account after an event, unless erased. */
    User evolve(AccountEvent event) {
        if (hasBeenErased()) {
            return this;
        }
        var address = event instanceof EmailChanged changed ? changed.email() : email;
        return new User(id, uuid, address, firstName, lastName, dateJoined, lastLogin, standing.evolve(event));
    }
}
