package dev.flagledger.api.feature;

import dev.flagledger.api.LedgerEvent;
import dev.flagledger.api.flag.StateSeed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The life of a feature. */
public sealed interface FeatureEvent extends LedgerEvent {

    int featureId();

    /** A feature appeared, with a state in each environment that its project had. */
    record FeatureCreated(
            int featureId,
            UUID uuid,
            int projectId,
            String name,
            FeatureType type,
            @Nullable String initialValue,
            boolean defaultEnabled,
            FeatureDetails details,
            List<Integer> owners,
            List<StateSeed> states)
            implements FeatureEvent {}

    record FeatureChanged(int featureId, FeatureDetails details) implements FeatureEvent {}
}
