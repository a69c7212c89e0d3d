package dev.flagledger.engine.state.flag;

import dev.flagledger.api.flag.InitialState.SegmentSeed;
import dev.flagledger.engine.Known;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.pcollections.IntTreePMap;
import org.pcollections.PMap;

/**
 * The segments that a flag is overridden for, by segment id. Their priorities need not be without gaps, since a segment
 * that is deleted leaves one; what comes in or goes out moves the rest.
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

    /** All of them, the strongest first. */
    public List<SegmentOverride> inOrder() {
        return bySegment.values().stream()
                .sorted(Comparator.comparingInt(SegmentOverride::priority).thenComparingInt(SegmentOverride::segmentId))
                .toList();
    }

    /** Those that have a state of their own, the strongest first. */
    public List<SegmentOverride> withState() {
        return inOrder().stream().filter(override -> override.state() != null).toList();
    }

    /** The priority after the last. */
    public int next() {
        return further(
                bySegment.values().stream()
                        .mapToInt(SegmentOverride::priority)
                        .max()
                        .orElse(-1),
                1);
    }

    /** Where this segment stands; if it does not yet, behind all others. */
    int placeOf(int segmentId) {
        var known = bySegment.get(segmentId);
        return known == null ? next() : known.priority();
    }

    /** Puts one in at its priority; whoever stood there or below moves down if it was not here before. */
    SegmentOrder insert(SegmentOverride override) {
        var known = bySegment.get(override.segmentId());
        if (known != null && known.priority() == override.priority()) {
            return replace(override);
        }
        var others = known == null ? this : remove(override.segmentId());
        boolean taken = others.bySegment.values().stream().anyMatch(other -> other.priority() == override.priority());
        return (taken ? others.moved(override.priority(), 1) : others).replace(override);
    }

    SegmentOrder replace(SegmentOverride override) {
        return new SegmentOrder(bySegment.plus(override.segmentId(), override));
    }

    /** Takes one out; those behind it move up. */
    SegmentOrder remove(int segmentId) {
        var gone = bySegment.get(segmentId);
        return gone == null ? this : new SegmentOrder(bySegment.minus(segmentId)).moved(gone.priority() + 1, -1);
    }

    /** Takes one out that is no more anywhere; the others keep their places. */
    SegmentOrder forget(int segmentId) {
        return bySegment.containsKey(segmentId) ? new SegmentOrder(bySegment.minus(segmentId)) : this;
    }

    /** Takes those that are named to their new places; the others keep their order and make way. */
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
            order = order.insert(
                    Known.in(bySegment, place.getKey(), "segment override").at(place.getValue()));
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

    /** There is no place behind the largest number, so whoever comes to stand there shares it. */
    private static int further(int priority, int by) {
        return Math.clamp((long) priority + by, 0, Integer.MAX_VALUE);
    }
}
