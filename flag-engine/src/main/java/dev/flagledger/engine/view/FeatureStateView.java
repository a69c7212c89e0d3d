package dev.flagledger.engine.view;

import dev.flagledger.engine.state.Environment;
import dev.flagledger.engine.state.Flag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The default state of a flag in an environment, as the admin API has it, with its value as plain JSON. */
public record FeatureStateView(
        int id,
        @Nullable Object featureStateValue,
        List<Object> multivariateFeatureStateValues,
        @Nullable Integer identity,
        @Nullable String deletedAt,
        UUID uuid,
        boolean enabled,
        String createdAt,
        String updatedAt,
        String liveFrom,
        int version,
        int feature,
        int environment,
        @Nullable Integer featureSegment,
        @Nullable Integer changeRequest,
        @Nullable UUID environmentFeatureVersion) {

    public static FeatureStateView of(Environment environment, Flag flag) {
        var state = flag.standard();
        return new FeatureStateView(
                state.id(),
                state.value().plain(),
                List.of(),
                null,
                null,
                state.uuid(),
                state.enabled(),
                WireTime.rest(state.createdAt()),
                WireTime.rest(state.updatedAt()),
                WireTime.rest(state.createdAt()),
                1,
                flag.seed().featureId(),
                environment.id(),
                null,
                null,
                null);
    }
}
