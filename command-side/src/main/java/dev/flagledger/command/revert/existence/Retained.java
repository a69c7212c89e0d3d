package dev.flagledger.command.revert.existence;

import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.flag.SegmentOverride;
import java.util.UUID;
import java.util.stream.Stream;

/** What created objects have of former ones. */
final class Retained {

    private Retained() {}

    /** Returns whether none of the present objects is the deleted one: what was created again has its UUID. */
    static boolean isGone(UUID former, Stream<UUID> present) {
        return present.noneMatch(former::equals);
    }

    /** Returns the ids of the former override, so that percentages select the same identities as then. */
    static OverrideIds ids(SegmentOverride override, FeatureState state) {
        return new OverrideIds(state.id(), state.uuid(), override.featureSegmentId(), override.featureSegmentUuid());
    }
}
