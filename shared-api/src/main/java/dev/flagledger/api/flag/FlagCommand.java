package dev.flagledger.api.flag;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Scope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a feature in one environment. How it started was recorded when its feature or its environment was
 * created and never changes; every command brings it along, since the flag's own stream begins with its first change.
 */
public sealed interface FlagCommand extends LedgerCommand {

    /** How the flag started. */
    StateSeed seed();

    @Override
    default String aggregateId() {
        return streamOf(seed().environmentId(), seed().featureId());
    }

    /** The stream of one feature in one environment. */
    static String streamOf(int environmentId, int featureId) {
        return "flag-" + environmentId + "-" + featureId;
    }

    @Override
    default Scope scope() {
        return new Scope.OfEnvironment(seed().environmentId());
    }

    /** Switches the flag on or off and leaves its value alone. */
    record ToggleFeature(StateSeed seed, boolean enabled) implements FlagCommand {}

    /** Sets the environment's default; null keeps what is there. */
    record UpdateFeatureState(
            StateSeed seed,
            @Nullable Boolean enabled,
            @Nullable FeatureValue value) implements FlagCommand {}

    /** Sets the flag for a segment, for the first time or again. The ids serve only the first time. */
    record OverrideForSegment(StateSeed seed, int segmentId, OverrideIds ids, boolean enabled, FeatureValue value)
            implements FlagCommand {}

    /** The ids of a segment override that may come to be. */
    record OverrideIds(int featureStateId, UUID uuid, int featureSegmentId, UUID featureSegmentUuid) {}
}
