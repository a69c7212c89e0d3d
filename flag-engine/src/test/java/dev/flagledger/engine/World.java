package dev.flagledger.engine;

import static dev.flagledger.engine.Shop.id;

import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.flag.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The objects that a play has created and deleted, tracked independently of the fold. */
final class World {

    /** Ids are larger than this, since small numbers occur in views for other reasons. */
    static final int LAST_SMALL_NUMBER = 100_000;

    /** An object with an id, in a project, a feature or an environment. */
    record Place(int id, int parent) {}

    /** A flag and the segment or identity that it is overridden for. */
    record Target(int environment, int feature, int id) {}

    final List<Integer> projects;
    final List<Place> environments = new ArrayList<>();
    final List<Place> features = new ArrayList<>();
    final List<Place> segments = new ArrayList<>();
    final List<Place> tags = new ArrayList<>();
    final List<Place> options = new ArrayList<>();
    final List<Place> identities = new ArrayList<>();
    final List<Place> webhooks = new ArrayList<>();
    final List<Place> serverKeys = new ArrayList<>();
    final List<Place> apiKeys = new ArrayList<>();

    /** Custom fields, in a project or, if the parent is 0, in the organisation. */
    final List<Place> fields = new ArrayList<>();

    /** Attachments, by field. */
    final List<Place> attachments = new ArrayList<>();

    /** Ids within segment definitions, by segment. */
    final List<Place> rules = new ArrayList<>();

    final List<InitialState> flags = new ArrayList<>();

    /** Features of feature-specific segments, by segment. */
    final Map<Integer, Integer> ownFeatures = new HashMap<>();

    /** State ids of segment overrides, 0 for a priority only; then those of identity overrides. */
    final Map<Target, Integer> segmentOverrides = new LinkedHashMap<>();

    final Map<Target, Integer> identityOverrides = new LinkedHashMap<>();

    /** The identifiers of identities that were renamed. */
    final Map<Integer, String> identifiers = new HashMap<>();

    /** Ids that must not be visible any more. */
    final Set<Integer> gone = new HashSet<>();

    final List<Place> goneEnvironments = new ArrayList<>();
    final List<Place> goneFeatures = new ArrayList<>();
    final List<Place> goneTags = new ArrayList<>();

    /** Late events about deleted objects. */
    final List<LedgerEvent> late = new ArrayList<>();

    private int ids = LAST_SMALL_NUMBER + 1;

    World(List<Integer> projects) {
        this.projects = new ArrayList<>(projects);
    }

    static <T> Optional<T> pick(List<T> things, int which) {
        return things.isEmpty() ? Optional.empty() : Optional.of(things.get(which % things.size()));
    }

    int next() {
        return ids++;
    }

    /** Creates an object. */
    Place in(List<Place> things, int parent) {
        var place = new Place(next(), parent);
        things.add(place);
        return place;
    }

    Stream<Place> of(List<Place> things, int parent) {
        return things.stream().filter(thing -> thing.parent() == parent);
    }

    /** Returns an initial state; if the feature or environment does not exist, it must never become visible. */
    InitialState seed(Place environment, Place feature, boolean enabled, FeatureValue value) {
        int state = next();
        var seed = new InitialState(
                environment.id(), feature.id(), state, id(state), new Setting(enabled, value), List.of());
        if (environments.contains(environment) && features.contains(feature)) {
            flags.add(seed);
        } else {
            gone.add(state);
        }
        return seed;
    }

    int projectOf(int environment) {
        return environments.stream()
                .filter(place -> place.id() == environment)
                .findFirst()
                .orElseThrow()
                .parent();
    }

    void end(Place thing, List<Place> among) {
        among.remove(thing);
        gone.add(thing.id());
    }

    /** Deletes all objects of this parent. */
    void endIn(int parent, List<Place> things) {
        of(things, parent).toList().forEach(thing -> end(thing, things));
    }

    void endFlags(Predicate<InitialState> ended) {
        flags.stream().filter(ended).forEach(flag -> gone.add(flag.featureStateId()));
        flags.removeIf(ended);
    }

    void endOverrides(Map<Target, Integer> overrides, Predicate<Target> ended) {
        overrides.forEach((target, state) -> {
            if (ended.test(target) && state != 0) {
                gone.add(state);
            }
        });
        overrides.keySet().removeIf(ended);
    }
}
