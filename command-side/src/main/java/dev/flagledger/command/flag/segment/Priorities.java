package dev.flagledger.command.flag.segment;

import dev.flagledger.engine.state.Flag;
import java.util.Map;

/** Where segments are to go in the order of a flag's segments, by segment id. */
public final class Priorities {

    private Priorities() {}

    /** What is asked for; nothing if all of them stand there already. */
    public static Map<Integer, Integer> of(Flag flag, Map<Integer, Integer> asked) {
        return asked.entrySet().stream().allMatch(place -> isAt(flag, place.getKey(), place.getValue()))
                ? Map.of()
                : asked;
    }

    private static boolean isAt(Flag flag, int segmentId, int priority) {
        var known = flag.segments().get(segmentId);
        return known != null && known.priority() == priority;
    }
}
