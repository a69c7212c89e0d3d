package dev.flagledger.engine;

import static dev.flagledger.engine.Shop.id;

import dev.flagledger.api.event.EnvironmentEvent.VersioningDisabled;
import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.event.VersionEvent.VersionDiscarded;
import dev.flagledger.api.event.VersionEvent.VersionDrafted;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.OverrideChanges.Start;
import dev.flagledger.api.flag.OverrideChanges.Upsert;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.version.VersionChanges;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Moves on versions of flags, including environments without versioning. */
final class VersionPlay {

    private final History history;
    private final World world;
    private final Set<Integer> environments = new HashSet<>();

    VersionPlay(History history, World world) {
        this.history = history;
        this.world = world;
    }

    void make(InitialState flag, Move move) {
        if (move.kind() == Move.Kind.VERSIONING) {
            flip(flag.environmentId());
        } else {
            write(flag, id(world.next()), move);
        }
    }

    private void flip(int environment) {
        if (environments.add(environment)) {
            history.then(new VersioningEnabled(environment, id(world.next())));
        } else {
            environments.remove(environment);
            history.then(new VersioningDisabled(environment));
        }
    }

    private void write(InitialState flag, UUID version, Move move) {
        history.then(new VersionDrafted(flag.environmentId(), flag.featureId(), version, "a draft", changes(move)));
        switch (move.two() % 3) {
            case 0 -> history.then(new VersionDiscarded(flag.environmentId(), flag.featureId(), version));
            case 1 -> history.then(new VersionPublished(flag.environmentId(), flag.featureId(), version, null));
            default -> {}
        }
    }

    /** Returns changes of the default and of any segment, including one of another project. */
    private VersionChanges changes(Move move) {
        var setting = new Setting(move.enabled(), move.value());
        var overrides = World.pick(world.segments, move.two()).stream()
                .map(segment -> new Upsert(
                        segment.id(),
                        Shop.change(move.enabled(), move.value()),
                        new Start(Shop.ids(world.next(), world.next()), setting)))
                .toList();
        return new VersionChanges(
                Shop.change(move.enabled(), move.value()), new OverrideChanges(overrides, List.of(), Map.of()));
    }
}
