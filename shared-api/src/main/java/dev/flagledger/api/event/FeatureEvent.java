package dev.flagledger.api.event;

import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.flag.Variant;
import java.util.List;
import java.util.Map;
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
            List<MultivariateOption> options,
            List<InitialState> states)
            implements FeatureEvent {}

    record FeatureChanged(int featureId, FeatureDetails details) implements FeatureEvent {}

    /** Somebody said what the feature is to be, whatever its options make of it. */
    record TypeChanged(int featureId, FeatureType type) implements FeatureEvent {}

    /** Other people own the feature now; these, by user id. */
    record OwnersChanged(int featureId, List<Integer> owners) implements FeatureEvent {}

    /** The feature got one more value to choose from, with a share of it in each default state, by environment id. */
    record OptionAdded(int featureId, MultivariateOption option, Map<Integer, Variant> shares)
            implements FeatureEvent {}

    record OptionChanged(int featureId, MultivariateOption option) implements FeatureEvent {}

    /** An option is gone, and every share of it. */
    record OptionRemoved(int featureId, int optionId) implements FeatureEvent {}

    /** The feature is gone, and with it every state of it and every segment made for it alone. */
    record FeatureDeleted(int featureId) implements FeatureEvent {}
}
