package dev.flagledger.engine;

import static dev.flagledger.engine.Shop.id;

import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentPlaced;
import dev.flagledger.api.event.FlagEvent.SegmentsOrdered;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.flag.InitialState.SegmentSeed;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.engine.World.Place;
import dev.flagledger.engine.World.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Moves on a flag. */
final class FlagPlay {

    private final History history;
    private final World world;

    FlagPlay(History history, World world) {
        this.history = history;
        this.world = world;
    }

    void make(InitialState flag, Move move) {
        switch (move.kind()) {
            case SET -> set(flag, Shop.change(move.enabled(), move.value()));
            case SHARE -> set(flag, new SettingChange(move.enabled(), move.value(), shares(flag, move)));
            case PLACE -> segment(flag, move).ifPresent(segment -> place(flag, segment));
            case SEGMENT_OVERRIDE -> segment(flag, move).ifPresent(segment -> override(flag, segment, move));
            case REMOVE_SEGMENT_OVERRIDE ->
                World.pick(List.copyOf(world.segmentOverrides.keySet()), move.two())
                        .ifPresent(this::remove);
            case ORDER -> order(flag, move);
            case IDENTITY_OVERRIDE -> overrideForIdentity(flag, identity(flag, move), move);
            case REMOVE_IDENTITY_OVERRIDE ->
                World.pick(List.copyOf(world.identityOverrides.keySet()), move.two())
                        .ifPresent(this::removeForIdentity);
            case RENAME_IDENTITY -> {
                var identity = identity(flag, move);
                var name = "renamed " + move.one();
                world.identifiers.put(identity.id(), name);
                history.then(new ManagedIdentityRenamed(identity.parent(), identity.id(), name));
            }
            default -> delete(identity(flag, move));
        }
    }

    /** Returns the initial state in a copy of the environment, with any setting and all overrides. */
    InitialState copy(InitialState flag, Place environment) {
        var feature = new Place(flag.featureId(), environment.parent());
        var seed = world.seed(environment, feature, true, flag.setting().value());
        var overrides = new ArrayList<SegmentSeed>();
        for (var target : List.copyOf(world.segmentOverrides.keySet())) {
            if (target.environment() == flag.environmentId()
                    && target.feature() == flag.featureId()
                    && world.segmentOverrides.getOrDefault(target, 0) != 0) {
                int state = world.next();
                world.segmentOverrides.put(new Target(environment.id(), flag.featureId(), target.id()), state);
                overrides.add(
                        new SegmentSeed(target.id(), Shop.ids(state, world.next()), overrides.size(), seed.setting()));
            }
        }
        return new InitialState(
                seed.environmentId(), seed.featureId(), seed.featureStateId(), seed.uuid(), seed.setting(), overrides);
    }

    private void set(InitialState flag, SettingChange change) {
        history.then(new FeatureStateUpdated(flag.environmentId(), flag.featureId(), flag.featureStateId(), change));
    }

    /** Returns shares of all options of the feature and of one that does not exist. */
    private List<Variant> shares(InitialState flag, Move move) {
        var shares = new ArrayList<Variant>();
        world.of(world.options, flag.featureId())
                .forEach(option -> shares.add(new Variant(world.next(), option.id(), move.two() % 30)));
        var stranger = new Variant(world.next(), world.next(), 1);
        world.gone.addAll(List.of(stranger.id(), stranger.optionId()));
        shares.add(stranger);
        return shares;
    }

    private Optional<Place> segment(InitialState flag, Move move) {
        int project = world.projectOf(flag.environmentId());
        return World.pick(world.of(world.segments, project).toList(), move.two());
    }

    private void place(InitialState flag, Place segment) {
        var target = new Target(flag.environmentId(), flag.featureId(), segment.id());
        if (world.segmentOverrides.putIfAbsent(target, 0) == null) {
            int place = world.next();
            history.then(new SegmentPlaced(
                    target.environment(),
                    target.feature(),
                    target.id(),
                    place,
                    id(place),
                    placed(flag).size() - 1));
        }
    }

    private void override(InitialState flag, Place segment, Move move) {
        var target = new Target(flag.environmentId(), flag.featureId(), segment.id());
        int existing = world.segmentOverrides.getOrDefault(target, 0);
        if (existing == 0) {
            int state = world.next();
            world.segmentOverrides.put(target, state);
            int priority = move.two() % placed(flag).size();
            history.then(new SegmentOverrideCreated(
                    target.environment(),
                    target.feature(),
                    target.id(),
                    Shop.ids(state, world.next()),
                    priority,
                    new Setting(move.enabled(), move.value(), shares(flag, move))));
        } else {
            var change = Shop.change(move.enabled(), move.value());
            history.then(
                    new SegmentOverrideUpdated(target.environment(), target.feature(), existing, target.id(), change));
        }
    }

    private void remove(Target target) {
        world.endOverrides(world.segmentOverrides, target::equals);
        history.then(new SegmentOverrideRemoved(target.environment(), target.feature(), target.id()));
    }

    private void order(InitialState flag, Move move) {
        var segments = placed(flag);
        if (!segments.isEmpty()) {
            var priorities = new TreeMap<Integer, Integer>();
            priorities.put(segments.getFirst(), move.two());
            priorities.put(segments.getLast(), move.one());
            history.then(SegmentsOrdered.of(flag.environmentId(), flag.featureId(), priorities));
        }
    }

    private List<Integer> placed(InitialState flag) {
        return world.segmentOverrides.keySet().stream()
                .filter(target -> target.environment() == flag.environmentId() && target.feature() == flag.featureId())
                .map(Target::id)
                .toList();
    }

    private Place identity(InitialState flag, Move move) {
        var known = world.of(world.identities, flag.environmentId()).toList();
        if (move.two() % 3 != 0 && !known.isEmpty()) {
            return known.get(move.two() % known.size());
        }
        var identity = world.in(world.identities, flag.environmentId());
        history.then(new ManagedIdentityCreated(identity.parent(), identity.id(), "user"));
        return identity;
    }

    private void overrideForIdentity(InitialState flag, Place identity, Move move) {
        var target = new Target(flag.environmentId(), flag.featureId(), identity.id());
        var existing = world.identityOverrides.get(target);
        if (existing == null) {
            int state = world.next();
            world.identityOverrides.put(target, state);
            var setting = new Setting(move.enabled(), move.value(), shares(flag, move));
            var name = world.identifiers.getOrDefault(target.id(), "user");
            history.then(new IdentityOverrideCreated(
                    target.environment(), target.id(), name, target.feature(), state, id(state), setting));
        } else {
            var change = Shop.change(move.enabled(), move.value());
            history.then(
                    new IdentityOverrideUpdated(target.environment(), target.id(), target.feature(), existing, change));
        }
    }

    private void removeForIdentity(Target target) {
        world.endOverrides(world.identityOverrides, target::equals);
        history.then(new IdentityOverrideRemoved(target.environment(), target.id(), target.feature()));
    }

    private void delete(Place identity) {
        world.end(identity, world.identities);
        world.endOverrides(world.identityOverrides, target -> target.id() == identity.id());
        history.then(new ManagedIdentityDeleted(identity.parent(), identity.id()));
    }
}
