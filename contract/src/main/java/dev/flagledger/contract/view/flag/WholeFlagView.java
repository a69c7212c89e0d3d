package dev.flagledger.contract.view.flag;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.SegmentOverride;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A flag with its segment overrides, strongest first, in the newer update API. */
public record WholeFlagView(Served environmentDefault, List<ServedTo> segmentOverrides) {

    /** The environment default. */
    public record Served(boolean enabled, @Nullable Value value, List<Weight> variants) {

        static Served of(FeatureState state) {
            return new Served(state.enabled(), Value.of(state.value()), Weight.of(state));
        }
    }

    /** A segment override. */
    public record ServedTo(
            SegmentRef segment,
            int priority,
            boolean enabled,
            @Nullable Value value,
            List<Weight> variants) {

        static ServedTo of(SegmentOverride override, FeatureState state) {
            return new ServedTo(
                    new SegmentRef(override.segmentId()),
                    override.priority(),
                    state.enabled(),
                    Value.of(state.value()),
                    Weight.of(state));
        }
    }

    /** A reference to a segment. */
    public record SegmentRef(int id) {}

    /** A value as text, with its type. */
    public record Value(String type, String value) {

        static @Nullable Value of(FeatureValue value) {
            var plain = value.plain();
            return plain == null ? null : new Value(nameOf(value.type()), plain.toString());
        }

        private static String nameOf(FeatureValue.Type type) {
            return switch (type) {
                case UNICODE -> "string";
                case INT -> "integer";
                case BOOL -> "boolean";
            };
        }
    }

    /** The percentage of a multivariate option. */
    public record Weight(int id, double weight) {

        static List<Weight> of(FeatureState state) {
            return state.variants().stream()
                    .sorted(Comparator.comparingInt(Variant::optionId))
                    .map(share -> new Weight(share.optionId(), share.percentage()))
                    .toList();
        }
    }

    public static WholeFlagView of(Flag flag) {
        var overrides = flag.order().withState().stream()
                .flatMap(override -> Stream.ofNullable(override.state()).map(state -> ServedTo.of(override, state)))
                .toList();
        return new WholeFlagView(Served.of(flag.environmentDefault()), overrides);
    }
}
