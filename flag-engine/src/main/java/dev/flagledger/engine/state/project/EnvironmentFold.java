package dev.flagledger.engine.state.project;

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
import dev.flagledger.engine.Lookup;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Environment.Evaluation;
import dev.flagledger.engine.state.project.Environment.IssuedKey;
import java.time.Instant;

/** Folds events into an environment. */
final class EnvironmentFold {

    private EnvironmentFold() {}

    static Environment evolve(Environment environment, EnvironmentEvent event, Instant at) {
        return switch (event) {
            case EnvironmentCreated e -> Environment.of(e, at);
            case EnvironmentCloned e -> Environment.of(e, at);
            case EnvironmentChanged e -> environment.with(e.settings(), at);
            case ServerKeyAdded e -> environment.withServerKey(new IssuedKey(e.key(), at));
            case ServerKeyChanged e -> {
                var before = Lookup.required(environment.serverKeys(), e.key().id(), "server key");
                yield environment.withServerKey(new IssuedKey(e.key(), before.createdAt()));
            }
            case ServerKeyRemoved e -> environment.withoutServerKey(e.keyId());
            case VersioningEnabled e ->
                environment.versioned(e.uuid()).changed(flag -> flag.withVersions(e.uuid(), at));
            case VersioningDisabled _ -> environment.versioned(null).changed(Flag::withoutVersions);
            case FirstEvaluated e -> environment.evaluated(new Evaluation(at, e.sdk()));
            case ServerKeyFirstUsed _, TraitDeleted _, FeaturesExported _ -> environment;
            case EnvironmentDeleted _ -> throw new IllegalStateException("its project forgets a deleted environment");
        };
    }
}
