package dev.flagledger.command.flag.update;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.engine.state.FeatureState;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants of one state of a flag.
 *
 * @param enabled null if nothing is said
 * @param value null if nothing is said
 * @param weights all shares that it is to have; null if nothing is said
 */
record WantedState(
        @Nullable Boolean enabled,
        @Nullable FeatureValue value,
        @Nullable List<Weight> weights) {

    /** The share of an option. */
    record Weight(int optionId, double percentage) {

        /** The shares that a state has. */
        static Set<Weight> of(FeatureState state) {
            return state.variants().stream()
                    .map(share -> new Weight(share.optionId(), share.percentage()))
                    .collect(Collectors.toSet());
        }
    }

    /**
     * What a request wants of the override for a segment.
     *
     * @param priority where in the order it is to go; null for where it is, or else behind all others
     */
    record OfSegment(int segmentId, @Nullable Integer priority, WantedState state) {}
}
