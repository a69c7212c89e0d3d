package dev.flagledger.command.flag;

import dev.flagledger.api.flag.StateSeed;
import java.util.HashMap;
import java.util.Map;

/** How segments stand with a flag: as its events say, else as its seed does. */
final class Standings {

    private final Map<Integer, Standing> changed = new HashMap<>();

    void put(int segmentId, Standing standing) {
        changed.put(segmentId, standing);
    }

    Standing find(StateSeed seed, int segmentId) {
        var standing = changed.get(segmentId);
        return standing == null ? seeded(seed, segmentId) : standing;
    }

    private static Standing seeded(StateSeed seed, int segmentId) {
        return seed.overrides().stream()
                .filter(override -> override.segmentId() == segmentId)
                .<Standing>map(
                        override -> new Standing.Overridden(override.ids().featureStateId(), override.setting()))
                .findAny()
                .orElseGet(Standing.None::new);
    }
}
