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
 * A state in the document of an environment.
 *
 * @param djangoId what percentages are drawn from, there and here
 * @param featureSegment null unless it is a segment's override
 * @param featureStateValue a string, an integer, a boolean or null; the control value where there are variants
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

    /** A feature in brief. */
    public record FeatureRef(int id, String name, String type) {}

    /** Where a segment stands amongst those that the feature is overridden for; 0 is the strongest. */
    public record Place(int priority) {}

    /** The share of identities that get an option. */
    public record Share(Option multivariateFeatureOption, double percentageAllocation, int id, UUID mvFsValueUuid) {}

    /** One of the values that a feature chooses between. */
    public record Option(
            @Nullable Object value, int id, @Nullable String key) {}

    /** A default, or an override for a segment. */
    static DocumentState of(Feature feature, FeatureState state, @Nullable Place place) {
        return of(feature, state, place, state.value().plain());
    }

    /**
     * An override for an identity. Some SDKs do not look at the shares of one: if it pins an option, they find that option's
     * value in the place of the control value.
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

    /** Where the contract wants one and nothing here is addressed by it: always the same for the same thing. */
    static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
