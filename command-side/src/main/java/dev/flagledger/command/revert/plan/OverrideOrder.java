package dev.flagledger.command.revert.plan;

import dev.flagledger.engine.state.flag.SegmentOrder;
import dev.flagledger.engine.state.flag.SegmentOverride;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The priorities of a flag's segment overrides, by segment.
 *
 * @param wanted the overrides of then, in order
 * @param now the current overrides
 * @param removed the segments whose current overrides are removed
 */
record OverrideOrder(List<SegmentOverride> wanted, SegmentOrder now, List<Integer> removed) {

    /** Returns the priorities of then. */
    Map<Integer, Integer> former() {
        return priorities(wanted);
    }

    /** Returns the priorities after removals, which move the others up, and creations, which come last. */
    Map<Integer, Integer> resulting() {
        var order = now;
        for (int segment : removed) {
            order = order.remove(segment);
        }
        for (var override : wanted) {
            if (!order.bySegment().containsKey(override.segmentId())) {
                order = order.replace(override.at(order.next()));
            }
        }
        return priorities(order.bySegment().values());
    }

    private static Map<Integer, Integer> priorities(Collection<SegmentOverride> overrides) {
        return new TreeMap<>(
                overrides.stream().collect(Collectors.toMap(SegmentOverride::segmentId, SegmentOverride::priority)));
    }
}
