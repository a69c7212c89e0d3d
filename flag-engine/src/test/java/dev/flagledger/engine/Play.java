package dev.flagledger.engine;

import static dev.flagledger.engine.Shop.id;

import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.feature.FeatureEvent.FeatureChanged;
import dev.flagledger.api.feature.FeatureEvent.FeatureCreated;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.flag.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.flag.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.StateSeed;
import dev.flagledger.api.identity.IdentityEvent.IdentityCreated;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.project.ProjectEvent.ProjectChanged;
import dev.flagledger.api.project.ProjectEvent.ProjectCreated;
import dev.flagledger.api.segment.SegmentEvent.SegmentCreated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes a log of moves, whatever they are: each picks its things among those that exist, and does nothing where there are
 * none. So every list of moves is a history that could have been, and stays one when it is shortened.
 */
final class Play {

    /** A move; {@code one} and {@code two} pick things, {@code enabled} and {@code value} are what is set. */
    record Move(Kind kind, int one, int two, boolean enabled, FeatureValue value) {}

    enum Kind {
        ENVIRONMENT,
        FEATURE,
        SEGMENT,
        SET,
        SEGMENT_OVERRIDE,
        IDENTITY_OVERRIDE,
        RENAME,
        ARCHIVE,
        HIDE
    }

    private static final int[] PROJECTS = {Shop.PROJECT, Shop.PROJECT + 100};

    private final History history =
            Shop.open().then(new ProjectCreated(PROJECTS[1], id(PROJECTS[1]), Shop.ORGANISATION, Shop.project(true)));
    private final List<Place> environments =
            new ArrayList<>(List.of(new Place(Shop.LIVE, PROJECTS[0]), new Place(Shop.STAGING, PROJECTS[0])));
    private final List<Place> features = new ArrayList<>();
    private final List<Place> segments = new ArrayList<>();
    private final List<StateSeed> flags = new ArrayList<>();
    private final Map<List<Integer>, Integer> overrides = new HashMap<>();
    private int ids = 1_000;

    private record Place(int id, int project) {}

    static History of(List<Move> moves) {
        var play = new Play();
        moves.forEach(play::make);
        return play.history;
    }

    private void make(Move move) {
        switch (move.kind()) {
            case ENVIRONMENT -> addEnvironment(PROJECTS[move.one() % 2]);
            case FEATURE -> addFeature(PROJECTS[move.one() % 2], move);
            case SEGMENT -> addSegment(PROJECTS[move.one() % 2]);
            case SET -> onFlag(move, flag -> set(flag, move));
            case SEGMENT_OVERRIDE -> onFlag(move, flag -> overrideForSegment(flag, move));
            case IDENTITY_OVERRIDE -> onFlag(move, flag -> overrideForIdentity(flag, move));
            case RENAME ->
                rename(environments.get(move.one() % environments.size()).id(), move);
            case ARCHIVE -> archive(move);
            case HIDE -> history.then(new ProjectChanged(PROJECTS[move.one() % 2], Shop.project(move.enabled())));
        }
    }

    private void addEnvironment(int project) {
        var environment = new Place(ids++, project);
        var seeds = features.stream()
                .filter(feature -> feature.project() == project)
                .map(feature -> seed(environment, feature, false, FeatureValue.NONE))
                .toList();
        environments.add(environment);
        flags.addAll(seeds);
        var settings = Shop.settings("Environment " + environment.id(), "key-" + environment.id());
        history.then(new EnvironmentCreated(environment.id(), id(environment.id()), project, settings, seeds));
    }

    private void addFeature(int project, Move move) {
        var feature = new Place(ids++, project);
        var seeds = environments.stream()
                .filter(environment -> environment.project() == project)
                .map(environment -> seed(environment, feature, move.enabled(), move.value()))
                .toList();
        features.add(feature);
        flags.addAll(seeds);
        history.then(new FeatureCreated(
                feature.id(),
                id(feature.id()),
                project,
                "feature_" + feature.id(),
                FeatureType.STANDARD,
                null,
                move.enabled(),
                Shop.details(null, false, move.two() % 2 == 0),
                List.of(),
                List.of(),
                seeds));
    }

    private void addSegment(int project) {
        var segment = new Place(ids++, project);
        segments.add(segment);
        history.then(new SegmentCreated(
                segment.id(), id(segment.id()), project, Shop.definition("segment " + segment.id(), null)));
    }

    private void set(StateSeed flag, Move move) {
        history.then(new FeatureStateUpdated(
                flag.environmentId(),
                flag.featureId(),
                flag.featureStateId(),
                Shop.change(move.enabled(), move.value())));
    }

    private void overrideForSegment(StateSeed flag, Move move) {
        var project = projectOf(flag.featureId());
        var ours = segments.stream()
                .filter(segment -> segment.project() == project)
                .toList();
        if (ours.isEmpty()) {
            return;
        }
        int segment = ours.get(move.two() % ours.size()).id();
        var key = List.of(flag.environmentId(), flag.featureId(), segment);
        var existing = overrides.get(key);
        if (existing == null) {
            int state = ids++;
            overrides.put(key, state);
            history.then(new SegmentOverrideCreated(
                    flag.environmentId(),
                    flag.featureId(),
                    segment,
                    Shop.ids(state, state),
                    0,
                    new Setting(move.enabled(), move.value())));
        } else {
            history.then(new SegmentOverrideUpdated(
                    flag.environmentId(),
                    flag.featureId(),
                    existing,
                    segment,
                    Shop.change(move.enabled(), move.value())));
        }
    }

    private void overrideForIdentity(StateSeed flag, Move move) {
        int identity = flag.environmentId() * 10 + move.two() % 3;
        var key = List.of(flag.environmentId(), flag.featureId(), -identity);
        var existing = overrides.get(key);
        if (existing == null) {
            int state = ids++;
            overrides.put(key, state);
            history.then(
                    new IdentityCreated(flag.environmentId(), identity, "user-" + identity),
                    new IdentityOverrideCreated(
                            flag.environmentId(),
                            identity,
                            "user-" + identity,
                            flag.featureId(),
                            state,
                            id(state),
                            new Setting(move.enabled(), move.value())));
        } else {
            history.then(new IdentityOverrideUpdated(
                    flag.environmentId(),
                    identity,
                    flag.featureId(),
                    existing,
                    Shop.change(move.enabled(), move.value())));
        }
    }

    private void rename(int environment, Move move) {
        var settings =
                Shop.settings("Renamed " + move.two(), "key-" + environment, move.enabled(), move.two() % 2 == 0);
        history.then(new EnvironmentChanged(environment, settings));
    }

    private void archive(Move move) {
        if (!features.isEmpty()) {
            int feature = features.get(move.one() % features.size()).id();
            history.then(new FeatureChanged(feature, Shop.details("archived", move.enabled(), false)));
        }
    }

    private void onFlag(Move move, Consumer<StateSeed> change) {
        if (!flags.isEmpty()) {
            change.accept(flags.get(move.one() % flags.size()));
        }
    }

    private int projectOf(int featureId) {
        return features.stream()
                .filter(feature -> feature.id() == featureId)
                .findFirst()
                .orElseThrow()
                .project();
    }

    private StateSeed seed(Place environment, Place feature, boolean enabled, FeatureValue value) {
        int state = ids++;
        return new StateSeed(environment.id(), feature.id(), state, id(state), new Setting(enabled, value), List.of());
    }
}
