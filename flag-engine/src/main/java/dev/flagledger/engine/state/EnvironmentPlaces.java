package dev.flagledger.engine.state;

import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.EnvironmentEvent.FeaturesExported;
import dev.flagledger.api.event.EnvironmentEvent.FirstEvaluated;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyAdded;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyChanged;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyFirstUsed;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyRemoved;
import dev.flagledger.api.event.EnvironmentEvent.TraitDeleted;
import dev.flagledger.api.event.EnvironmentEvent.VersioningDisabled;
import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.flag.InitialState;
import java.util.List;

/** How the environments of an installation change: each is part of its project, and found by its id and its current key. */
final class EnvironmentPlaces {

    private EnvironmentPlaces() {}

    static Installation evolve(Installation installation, EnvironmentEvent event, RecordedEvent recorded) {
        int id = event.environmentId();
        return switch (event) {
            case EnvironmentCreated e ->
                appeared(installation, recorded, id, e.projectId(), e.settings().apiKey(), e.states());
            case EnvironmentCloned e ->
                appeared(installation, recorded, id, e.projectId(), e.settings().apiKey(), e.states());
            case EnvironmentChanged e -> {
                var rekeyed = installation
                        .environment(id)
                        .map(before -> installation
                                .index()
                                .withoutKey(before.settings().apiKey())
                                .withKey(e.settings().apiKey(), id))
                        .orElse(installation.index());
                yield installation
                        .inProjectOf(id, project -> project.evolve(recorded))
                        .with(rekeyed);
            }
            case EnvironmentDeleted e -> {
                var unkeyed = installation
                        .environment(id)
                        .map(before -> installation
                                .index()
                                .withoutKey(before.settings().apiKey()))
                        .orElse(installation.index());
                yield installation
                        .inProjectOf(id, project -> project.evolve(recorded))
                        .with(unkeyed);
            }
            case ServerKeyAdded _,
                    ServerKeyChanged _,
                    ServerKeyRemoved _,
                    VersioningEnabled _,
                    VersioningDisabled _,
                    FirstEvaluated _,
                    ServerKeyFirstUsed _,
                    TraitDeleted _,
                    FeaturesExported _ -> installation.inProjectOf(id, project -> project.evolve(recorded));
        };
    }

    private static Installation appeared(
            Installation installation,
            RecordedEvent recorded,
            int environmentId,
            int projectId,
            String apiKey,
            List<InitialState> seeds) {
        installation.index().require(seeds);
        return installation
                .inProject(projectId, project -> project.evolve(recorded))
                .with(installation
                        .index()
                        .withEnvironment(environmentId, projectId)
                        .withKey(apiKey, environmentId));
    }
}
