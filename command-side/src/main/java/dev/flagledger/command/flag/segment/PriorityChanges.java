package dev.flagledger.command.flag.segment;

import dev.flagledger.engine.state.flag.Flag;
import java.util.Map;

/** Requested priorities of a flag's segments, by segment id. */
public final class PriorityChanges {

    private PriorityChanges() {}

    /** The requested priorities; empty if all of them are the current ones. */
    public static Map<Integer, Integer> of(Flag flag, Map<Integer, Integer> requested) {
        return requested.entrySet().stream().allMatch(place -> isAt(flag, place.getKey(), place.getValue()))
                ? Map.of()
                : requested;
    }

    private static boolean isAt(Flag flag, int segmentId, int priority) {
        var known = flag.segments().get(segmentId);
        return known != null && known.priority() == priority;
    }
}
