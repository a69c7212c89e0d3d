package dev.flagledger.webhook.outbox;

import dev.flagledger.api.Actor;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.User;

/** The name by which messages of 2021 call the author of a change. */
final class FullName {

    private FullName() {}

    /** The first and last name of a user; the name of the actor if it is no user, or one without a name. */
    static String of(Actor actor, Installation installation) {
        var id = actor.userId();
        var name = id == null ? "" : installation.user(id).map(FullName::of).orElse("");
        return name.isEmpty() ? actor.name() : name;
    }

    private static String of(User user) {
        return user.hasBeenErased() ? Erasing.TOMBSTONE : (user.firstName() + " " + user.lastName()).strip();
    }
}
