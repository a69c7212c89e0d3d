package dev.flagledger.command.flag;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.flag.OverrideChanges.Upsert;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.StateSeed;
import dev.flagledger.api.version.VersionChanges;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out what the changes of a version come to on a flag as it is, without changing it. Each meets what the one before it left. */
final class Outcome {

    private final StateSeed seed;
    private final Standings segments;
    private final Map<Integer, String> names;
    private final List<FlagEvent> events = new ArrayList<>();
    private Setting standard;

    private Outcome(StateSeed seed, Setting standard, Standings segments, Map<Integer, String> names) {
        this.seed = seed;
        this.standard = standard;
        this.segments = segments.copy();
        this.names = names;
    }

    /**
     * What is to be recorded; empty if nothing changes.
     *
     * @param names what to call segments by
     * @throws Rejected if something that is to be made is there, or something that is to be changed is not
     */
    static List<FlagEvent> of(
            List<VersionChanges> changes,
            StateSeed seed,
            Setting standard,
            Standings segments,
            Map<Integer, String> names) {
        var outcome = new Outcome(seed, standard, segments, names);
        changes.forEach(outcome::change);
        return List.copyOf(outcome.events);
    }

    private void change(VersionChanges changes) {
        var wanted = changes.standard();
        if (wanted != null && wanted.changes(standard)) {
            add(new FeatureStateUpdated(
                    seed.environmentId(), seed.featureId(), seed.featureStateId(), wanted.complete(standard)));
            standard = wanted.onto(standard);
        }
        changes.overrides().changed().forEach(this::override);
        changes.overrides().removed().stream()
                .filter(this::hasPlace)
                .map(segmentId -> segments.removed(seed, segmentId))
                .forEach(this::add);
        order(changes.overrides().priorities());
    }

    private void override(Upsert override) {
        int segmentId = override.segmentId();
        var start = override.start();
        boolean there = segments.find(seed, segmentId) instanceof Standing.Overridden;
        if (there == (start != null)) {
            throw conflict(segmentId, there ? "already exists for segment '%s'" : "does not exist for segment '%s'.");
        }
        if (start == null) {
            segments.updated(seed, segmentId, override.change()).ifPresent(this::add);
        } else {
            add(segments.created(seed, segmentId, start, null));
        }
    }

    private Rejected conflict(int segmentId, String problem) {
        var name = names.getOrDefault(segmentId, Integer.toString(segmentId));
        var text = "An unresolvable conflict occurred: segment override " + problem.formatted(name);
        return new Rejected(new Rejection.Unfit("message", text));
    }

    private void order(Map<Integer, Integer> wanted) {
        var priorities = new HashMap<>(wanted);
        priorities.keySet().removeIf(segmentId -> !hasPlace(segmentId));
        if (!priorities.isEmpty()) {
            add(segments.ordered(seed, priorities));
        }
    }

    private boolean hasPlace(int segmentId) {
        return !(segments.find(seed, segmentId) instanceof Standing.None);
    }

    private void add(FlagEvent event) {
        segments.evolve(event);
        events.add(event);
    }
}
