package dev.flagledger.contract.view.document;

import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.project.Feature;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A feature state in the environment document.
 *
 * @param djangoId the id from which percentages are derived, by SDKs and by this server
 * @param featureSegment null except for segment overrides
 * @param featureStateValue a string, an integer, a boolean or null; the control value for multivariate features
 */
public record DocumentState(
        FeatureRef feature,
        boolean enabled,
        int djangoId,
        @Nullable Place featureSegment,
        UUID featurestateUuid,
        @Nullable Object featureStateValue,
        List<Share> multivariateFeatureStateValues) {

    private static final double ALL = 100;

    /** A reference to a feature. */
    public record FeatureRef(int id, String name, String type) {}

    /** The priority of a segment override; 0 is the strongest. */
    public record Place(int priority) {}

    /** The percentage of identities that an option is allocated to. */
    public record Share(Option multivariateFeatureOption, double percentageAllocation, int id, UUID mvFsValueUuid) {}

    /** A multivariate option. */
    public record Option(
            @Nullable Object value, int id, @Nullable String key) {}

    /** An environment default or a segment override. */
    static DocumentState of(Feature feature, FeatureState state, @Nullable Place place) {
        return of(feature, state, place, state.value().plain());
    }

    /**
     * An identity override. Some SDKs ignore its percentages, so an override that allocates 100 % to an option has the option's
     * value instead of the control value.
     */
    static DocumentState ofIdentity(Feature feature, FeatureState state) {
        var pinned = shares(feature, state)
                .filter(share -> share.percentageAllocation() >= ALL)
                .findFirst();
        return pinned.isPresent()
                ? of(
                        feature,
                        state,
                        null,
                        pinned.get().multivariateFeatureOption().value())
                : of(feature, state, null);
    }

    private static DocumentState of(
            Feature feature, FeatureState state, @Nullable Place place, @Nullable Object value) {
        return new DocumentState(
                new FeatureRef(feature.id(), feature.name(), feature.type().name()),
                state.enabled(),
                state.lineage(),
                place,
                state.uuid(),
                value,
                shares(feature, state).toList());
    }

    private static Stream<Share> shares(Feature feature, FeatureState state) {
        return state.variants().stream()
                .filter(variant -> feature.options().containsKey(variant.optionId()))
                .sorted(Comparator.comparingInt(Variant::id))
                .map(variant ->
                        share(variant, Objects.requireNonNull(feature.options().get(variant.optionId()))));
    }

    private static Share share(Variant variant, MultivariateOption option) {
        var shown = new Option(option.value().plain(), option.id(), option.key());
        return new Share(shown, variant.percentage(), variant.id(), uuid("share-" + variant.id()));
    }

    /** A stable uuid for a field that the contract requires and this server never looks anything up by. */
    static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
