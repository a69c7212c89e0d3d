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

/** Events of a feature. */
public sealed interface FeatureEvent extends LedgerEvent {

    int featureId();

    /** A feature was created, with an initial state in each environment of its project. */
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

    /** The type of the feature was set explicitly, regardless of its options. */
    record TypeChanged(int featureId, FeatureType type) implements FeatureEvent {}

    /** The owners of the feature were replaced by these, by user id. */
    record OwnersChanged(int featureId, List<Integer> owners) implements FeatureEvent {}

    /** The groups that own the feature were replaced by these, by id. */
    record GroupOwnersChanged(int featureId, List<Integer> groups) implements FeatureEvent {}

    /** A multivariate option was added, with its share in the default state of each environment, by environment id. */
    record OptionAdded(int featureId, MultivariateOption option, Map<Integer, Variant> shares)
            implements FeatureEvent {}

    record OptionChanged(int featureId, MultivariateOption option) implements FeatureEvent {}

    /** A multivariate option was removed with all its shares. */
    record OptionRemoved(int featureId, int optionId) implements FeatureEvent {}

    /** The feature was deleted, with all its states and the segments that are specific to it. */
    record FeatureDeleted(int featureId) implements FeatureEvent {}
}
