package dev.flagledger.command.environment;

import dev.flagledger.api.environment.EnvironmentCommand.ChangeServerKey;
import dev.flagledger.api.environment.ServerKey;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyAdded;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyChanged;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyRemoved;
import dev.flagledger.command.Entities;
import dev.flagledger.command.edit.Edits;
import java.util.Optional;

/** The server-side keys of an environment, as its aggregate knows them. */
final class EnvironmentServerKeys {

    private final Entities<ServerKey> keys = new Entities<>("EnvironmentAPIKey");

    /** Returns the event of a change; empty if nothing changes. */
    Optional<ServerKeyChanged> changed(ChangeServerKey command) {
        var current = keys.get(command.key().seen().id());
        var changed = Edits.merged(command.key(), current);
        return changed.equals(current)
                ? Optional.empty()
                : Optional.of(new ServerKeyChanged(command.environmentId(), changed));
    }

    void require(int id) {
        keys.require(id);
    }

    void evolve(ServerKeyAdded event) {
        keys.put(event.key().id(), event.key());
    }

    void evolve(ServerKeyChanged event) {
        keys.put(event.key().id(), event.key());
    }

    void evolve(ServerKeyRemoved event) {
        keys.remove(event.keyId());
    }
}
