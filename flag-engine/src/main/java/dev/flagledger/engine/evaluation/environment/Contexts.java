package dev.flagledger.engine.evaluation.environment;

import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.engine.evaluation.context.FeatureContext;
import dev.flagledger.engine.evaluation.context.SegmentContext;
import dev.flagledger.engine.evaluation.context.VariantContext;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Segment;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Converts folded state to evaluation contexts. */
final class Contexts {

    /** The segment that stands for identity overrides, as in SDKs with local evaluation. */
    static final SegmentContext OVERRIDDEN_IDENTITIES =
            new SegmentContext("", "identity_overrides", List.of(), List.of(), Map.of());

    private Contexts() {}

    /** The lineage of a state never changes, so that identities keep their variants. */
    static FeatureContext of(Feature feature, FeatureState state, double priority) {
        List<VariantContext> variants = feature.type() == FeatureType.STANDARD
                ? List.of()
                : state.variants().stream()
                        .flatMap(variant -> of(feature, variant))
                        .toList();
        return new FeatureContext(
                Integer.toString(state.lineage()),
                feature.name(),
                state.enabled(),
                state.value().plain(),
                variants,
                priority,
                Map.of());
    }

    private static Stream<VariantContext> of(Feature feature, Variant variant) {
        return Stream.ofNullable(feature.options().get(variant.optionId()))
                .map(option -> new VariantContext(
                        option.value().plain(), variant.percentage(), BigInteger.valueOf(variant.id()), option.key()));
    }

    /** Converts a segment without its overrides, which belong to flags. */
    static SegmentContext of(Segment segment) {
        return new SegmentContext(
                Integer.toString(segment.id()),
                segment.name(),
                segment.definition().rules(),
                List.of(),
                Map.of());
    }
}
