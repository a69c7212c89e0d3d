package dev.flagledger.engine.state.organisation;

import dev.flagledger.api.event.AccountEvent;
import dev.flagledger.api.event.ErasureEvent.UserErased;
import dev.flagledger.api.event.FactorEvent;
import dev.flagledger.api.event.LoginLinkEvent;
import dev.flagledger.api.event.SessionEvent;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserLoggedOut;
import dev.flagledger.api.event.UserEvent.UserLoginFailed;
import dev.flagledger.api.event.UserEvent.UserLoginLocked;
import dev.flagledger.api.event.UserEvent.UserRegistered;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import dev.flagledger.engine.Lookup;
import java.time.Instant;
import org.pcollections.PSortedMap;

/** Folds events into users. */
public final class UserFold {

    private UserFold() {}

    public static PSortedMap<Integer, User> evolve(PSortedMap<Integer, User> users, UserEvent event, Instant at) {
        int id = event.userId();
        return switch (event) {
            case UserRegistered e ->
                users.plus(id, new User(id, e.uuid(), e.email(), e.firstName(), e.lastName(), at, null));
            case UserRenamed e ->
                users.plus(id, Lookup.required(users, id, "user").named(e.firstName(), e.lastName()));
            case UserLoggedIn _ ->
                users.plus(id, Lookup.required(users, id, "user").loggedInAt(at));
            case AccountEvent e ->
                users.plus(id, Lookup.required(users, id, "user").evolve(e));
            case UserLoginFailed _, UserLoginLocked _, UserLoggedOut _ -> users;
            case FactorEvent _, SessionEvent _ -> users;
            case LoginLinkEvent _ -> users;
        };
    }

    /** Returns the users after an erasure. */
    public static PSortedMap<Integer, User> evolve(PSortedMap<Integer, User> users, UserErased event) {
        int id = event.userId();
        return users.plus(id, Lookup.required(users, id, "user").erased());
    }
}
