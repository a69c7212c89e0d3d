package dev.flagledger.engine.state.flag;

import dev.flagledger.api.flag.InitialState.SegmentSeed;
import dev.flagledger.engine.Lookup;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.pcollections.IntTreePMap;
import org.pcollections.PMap;

/**
 * The segment overrides of a flag, by segment id. Adding or removing one moves those after it; the deletion of a
 * segment leaves a gap in the priorities.
 */
public record SegmentOrder(PMap<Integer, SegmentOverride> bySegment) {

    static final SegmentOrder EMPTY = new SegmentOrder(IntTreePMap.empty());

    static SegmentOrder of(List<SegmentSeed> seeds, Instant at) {
        var order = EMPTY;
        for (var seed : seeds) {
            var ids = seed.ids();
            order = order.replace(new SegmentOverride(
                    seed.segmentId(),
                    ids.featureSegmentId(),
                    ids.featureSegmentUuid(),
                    seed.priority(),
                    new FeatureState(ids.featureStateId(), ids.uuid(), seed.setting(), at, at)));
        }
        return order;
    }

    /** Returns all overrides by priority, highest first. */
    public List<SegmentOverride> inOrder() {
        return bySegment.values().stream()
                .sorted(Comparator.comparingInt(SegmentOverride::priority).thenComparingInt(SegmentOverride::segmentId))
                .toList();
    }

    /** Returns the overrides that have a state by priority, highest first. */
    public List<SegmentOverride> withState() {
        return inOrder().stream().filter(override -> override.state() != null).toList();
    }

    /** Returns the priority after the last one. */
    public int next() {
        return further(
                bySegment.values().stream()
                        .mapToInt(SegmentOverride::priority)
                        .max()
                        .orElse(-1),
                1);
    }

    /** Returns the priority of this segment, or the next free one if it has none. */
    int placeOf(int segmentId) {
        var known = bySegment.get(segmentId);
        return known == null ? next() : known.priority();
    }

    /** Inserts an override at its priority, or moves it there; those from there on make room. */
    SegmentOrder insert(SegmentOverride override) {
        var known = bySegment.get(override.segmentId());
        if (known != null && known.priority() == override.priority()) {
            return replace(override);
        }
        var others = known == null ? this : remove(override.segmentId());
        boolean taken = others.bySegment.values().stream().anyMatch(other -> other.priority() == override.priority());
        return (taken ? others.moved(override.priority(), 1) : others).replace(override);
    }

    /** Adds an override, or replaces that of its segment; the others keep their priorities. */
    public SegmentOrder replace(SegmentOverride override) {
        return new SegmentOrder(bySegment.plus(override.segmentId(), override));
    }

    /** Removes an override; those after it move up. */
    public SegmentOrder remove(int segmentId) {
        var gone = bySegment.get(segmentId);
        return gone == null ? this : new SegmentOrder(bySegment.minus(segmentId)).moved(gone.priority() + 1, -1);
    }

    /** Removes the override for a deleted segment; the others keep their priorities. */
    SegmentOrder forget(int segmentId) {
        return bySegment.containsKey(segmentId) ? new SegmentOrder(bySegment.minus(segmentId)) : this;
    }

    /** Retains the overrides for these segments; they keep their priorities. */
    SegmentOrder retaining(Set<Integer> segmentIds) {
        var order = this;
        for (int segmentId : bySegment.keySet()) {
            order = segmentIds.contains(segmentId) ? order : order.forget(segmentId);
        }
        return order;
    }

    /** Replaces the states; {@code change} is given the segment's id. */
    SegmentOrder mapStates(BiFunction<Integer, FeatureState, FeatureState> change) {
        var order = this;
        for (var override : bySegment.values()) {
            var state = override.state();
            order = state == null ? order : order.replace(override.with(change.apply(override.segmentId(), state)));
        }
        return order;
    }

    /** Moves these segments to the given priorities; the others keep their relative order. */
    SegmentOrder ordered(Map<Integer, Integer> priorities) {
        var named = priorities.entrySet().stream()
                .filter(place -> bySegment.containsKey(place.getKey()))
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        var order = this;
        for (var place : named) {
            order = order.remove(place.getKey());
        }
        for (var place : named) {
            order = order.insert(Lookup.required(bySegment, place.getKey(), "segment override")
                    .at(place.getValue()));
        }
        return order;
    }

    private SegmentOrder moved(int from, int by) {
        var order = this;
        for (var override : bySegment.values()) {
            if (override.priority() >= from) {
                order = order.replace(override.at(further(override.priority(), by)));
            }
        }
        return order;
    }

    /** Saturates at the largest integer, which several overrides can share. */
    private static int further(int priority, int by) {
        return Math.clamp((long) priority + by, 0, Integer.MAX_VALUE);
    }
}
