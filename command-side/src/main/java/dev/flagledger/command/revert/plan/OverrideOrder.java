package dev.flagledger.command.revert.plan;

import dev.flagledger.engine.state.flag.SegmentOverride;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The priorities of a flag's segment overrides, by segment.
 *
 * @param wanted the overrides of then, in order
 * @param now the current overrides
 * @param removed the segments whose current overrides are removed
 */
record OverrideOrder(List<SegmentOverride> wanted, Collection<SegmentOverride> now, List<Integer> removed) {

    /** Returns the priorities of then. */
    Map<Integer, Integer> former() {
        var former = new TreeMap<Integer, Integer>();
        wanted.forEach(override -> former.put(override.segmentId(), override.priority()));
        return former;
    }

    /** Returns the priorities after removals, which move the others up, and creations, which come last. */
    Map<Integer, Integer> resulting() {
        var resulting = new TreeMap<Integer, Integer>();
        now.stream()
                .filter(override -> !isRemoved(override))
                .forEach(override -> resulting.put(override.segmentId(), override.priority() - goneBefore(override)));
        for (var override : wanted) {
            int next =
                    resulting.values().stream().mapToInt(last -> last + 1).max().orElse(0);
            resulting.putIfAbsent(override.segmentId(), next);
        }
        return resulting;
    }

    private int goneBefore(SegmentOverride override) {
        return (int) now.stream()
                .filter(other -> isRemoved(other) && other.priority() < override.priority())
                .count();
    }

    private boolean isRemoved(SegmentOverride override) {
        return removed.contains(override.segmentId());
    }
}
