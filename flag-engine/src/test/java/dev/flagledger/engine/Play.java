package dev.flagledger.engine;

import static dev.flagledger.engine.Shop.id;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.FeatureCreated;
import dev.flagledger.api.event.FeatureEvent.OptionAdded;
import dev.flagledger.api.event.FeatureEvent.OptionChanged;
import dev.flagledger.api.event.FeatureEvent.OptionRemoved;
import dev.flagledger.api.event.FeatureEvent.OwnersChanged;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.engine.World.Place;
import dev.flagledger.engine.evaluation.environment.EvaluatedIdentity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns arbitrary moves into a valid log: each move selects existing objects, and does nothing if there are none.
 * Therefore any list of moves yields a valid history, also when jqwik shrinks it.
 */
public final class Play {

    /** Ids are larger than this, since small numbers occur in views for other reasons. */
    public static final int LAST_SMALL_NUMBER = World.LAST_SMALL_NUMBER;

    /** Identities in some of the segments, including one with the first id that a play draws. */
    public static final List<EvaluatedIdentity> IDENTITIES = List.of(
            new EvaluatedIdentity(null, "nobody", List.of()),
            new EvaluatedIdentity(null, "somebody", List.of(new Trait(1, "age", Trait.Type.INT, "7"))),
            new EvaluatedIdentity(World.LAST_SMALL_NUMBER + 1, "user", List.of()));

    private static final int OTHER_PROJECT = Shop.PROJECT + 100;

    private final History history = Shop.open()
            .then(new ProjectCreated(OTHER_PROJECT, id(OTHER_PROJECT), Shop.ORGANISATION, Shop.project(true)));
    private final World world = new World(List.of(Shop.PROJECT, OTHER_PROJECT));
    private final FlagPlay flags = new FlagPlay(history, world);
    private final VersionPlay versions = new VersionPlay(history, world);
    private final Endings endings = new Endings(history, world);
    private final Sundries sundries = new Sundries(history, world);
    private final PlayedAccess access = new PlayedAccess(history, world);

    private Play() {
        world.environments.add(new Place(Shop.LIVE, Shop.PROJECT));
        world.environments.add(new Place(Shop.STAGING, Shop.PROJECT));
    }

    static Play of(List<Move> moves) {
        var play = new Play();
        moves.forEach(play::make);
        return play;
    }

    /** Returns the log. */
    public History history() {
        return history;
    }

    World world() {
        return world;
    }

    /** Returns the ids of deleted objects. */
    public Set<Integer> gone() {
        return world.gone;
    }

    /** Returns events about objects that were deleted before, which must have no effect. */
    public List<LedgerEvent> late() {
        return world.late;
    }

    private void make(Move move) {
        switch (move.kind()) {
            case ENVIRONMENT -> World.pick(world.projects, move.one()).ifPresent(this::addEnvironment);
            case CLONE -> World.pick(world.environments, move.one()).ifPresent(this::copy);
            case FEATURE -> World.pick(world.projects, move.one()).ifPresent(project -> addFeature(project, move));
            case SEGMENT -> World.pick(world.projects, move.one()).ifPresent(project -> addSegment(project, move));
            case OPTION -> World.pick(world.features, move.one()).ifPresent(feature -> addOption(feature, move));
            case CHANGE_OPTION -> World.pick(world.options, move.one()).ifPresent(option -> change(option, move));
            case OWNERS ->
                World.pick(world.features, move.one())
                        .ifPresent(feature ->
                                history.then(new OwnersChanged(feature.id(), List.of(Shop.ANA + move.two() % 2))));
            case RENAME -> World.pick(world.environments, move.one()).ifPresent(renamed -> rename(renamed, move));
            case DETAILS -> World.pick(world.features, move.one()).ifPresent(feature -> describe(feature, move));
            case HIDE ->
                World.pick(world.projects, move.one())
                        .ifPresent(project -> history.then(new ProjectChanged(project, Shop.project(move.enabled()))));
            case REMOVE_OPTION -> World.pick(world.options, move.one()).ifPresent(this::removeOption);
            case DELETE_SEGMENT -> World.pick(world.segments, move.one()).ifPresent(endings::ofSegment);
            case DELETE_FEATURE -> World.pick(world.features, move.one()).ifPresent(endings::ofFeature);
            case DELETE_ENVIRONMENT ->
                World.pick(world.environments, move.one()).ifPresent(endings::ofEnvironment);
            case DELETE_PROJECT -> World.pick(world.projects, move.one()).ifPresent(endings::ofProject);
            case LATE -> World.pick(world.late, move.one()).ifPresent(history::then);
            case VERSIONING, VERSION ->
                World.pick(world.flags, move.one()).ifPresent(flag -> versions.make(flag, move));
            default -> {
                if (!sundries.make(move) && !access.make(move)) {
                    World.pick(world.flags, move.one()).ifPresent(flag -> flags.make(flag, move));
                }
            }
        }
    }

    private void addEnvironment(int project) {
        var environment = world.in(world.environments, project);
        var seeds = Stream.concat(world.of(world.features, project), world.of(world.goneFeatures, project))
                .map(feature -> world.seed(environment, feature, false, FeatureValue.NONE))
                .toList();
        var settings = Shop.settings("Environment " + environment.id(), "key-" + environment.id());
        history.then(new EnvironmentCreated(environment.id(), id(environment.id()), project, settings, seeds));
    }

    private void copy(Place source) {
        var copy = world.in(world.environments, source.parent());
        var seeds = world.flags.stream().filter(flag -> flag.environmentId() == source.id()).toList().stream()
                .map(flag -> flags.copy(flag, copy))
                .toList();
        var settings = Shop.settings("Copy " + copy.id(), "key-" + copy.id());
        history.then(new EnvironmentCloned(copy.id(), id(copy.id()), source.parent(), source.id(), settings, seeds));
    }

    private void addFeature(int project, Move move) {
        var feature = world.in(world.features, project);
        var seeds = Stream.concat(world.of(world.environments, project), world.of(world.goneEnvironments, project))
                .map(environment -> world.seed(environment, feature, move.enabled(), move.value()))
                .toList();
        history.then(new FeatureCreated(
                feature.id(),
                id(feature.id()),
                project,
                "feature_" + feature.id(),
                FeatureType.STANDARD,
                null,
                move.enabled(),
                details(project, null, move),
                List.of(),
                List.of(),
                seeds));
    }

    private void addSegment(int project, Move move) {
        var own = World.pick(world.of(world.features, project).toList(), move.two())
                .map(Place::id)
                .filter(_ -> move.enabled())
                .orElse(null);
        var segment = world.in(world.segments, project);
        if (own != null) {
            world.ownFeatures.put(segment.id(), own);
        }
        history.then(new SegmentCreated(
                segment.id(), id(segment.id()), project, Shop.definition("segment " + segment.id(), own)));
    }

    private void addOption(Place feature, Move move) {
        var option = world.in(world.options, feature.id());
        var shares = world.of(world.environments, feature.parent())
                .collect(Collectors.toMap(Place::id, _ -> new Variant(world.next(), option.id(), move.two() % 50)));
        history.then(new OptionAdded(feature.id(), Wares.option(option.id(), "option", 10), shares));
    }

    private void change(Place option, Move move) {
        history.then(new OptionChanged(option.parent(), Wares.option(option.id(), "option " + move.two(), 20)));
    }

    private void removeOption(Place option) {
        world.options.remove(option);
        world.gone.add(option.id());
        history.then(new OptionRemoved(option.parent(), option.id()));
    }

    private void rename(Place environment, Move move) {
        var settings =
                Shop.settings("Renamed " + move.two(), "key-" + environment.id(), move.enabled(), move.two() % 2 == 0);
        history.then(new EnvironmentChanged(environment.id(), settings));
    }

    private void describe(Place feature, Move move) {
        history.then(new FeatureChanged(feature.id(), details(feature.parent(), "described", move)));
    }

    /** Returns details with all tags of the project, including deleted ones. */
    private FeatureDetails details(int project, @Nullable String description, Move move) {
        var tags = Stream.concat(world.of(world.tags, project), world.of(world.goneTags, project))
                .map(Place::id)
                .toList();
        return new FeatureDetails(description, move.enabled(), move.two() % 2 == 0, tags, sundries.notes());
    }
}
