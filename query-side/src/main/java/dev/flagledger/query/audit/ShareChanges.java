package dev.flagledger.query.audit;

import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.engine.change.FlagChange;
import dev.flagledger.engine.state.FeatureState;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which options a state gives another share of identities. A new override begins with the options' default shares, as it
 * does in Flagsmith. Shares that came or went with their option are told by the option's line.
 */
final class ShareChanges {

    private ShareChanges() {}

    static Stream<FieldChange> of(FlagChange change, FeatureState after) {
        return change.feature().options().values().stream()
                .filter(option -> change.featureBefore().options().containsKey(option.id()))
                .map(option ->
                        new FieldChange("percentage_allocation", before(change, option), share(after, option.id())))
                .flatMap(share -> FieldChange.differing(share).stream());
    }

    private static @Nullable Double before(FlagChange change, MultivariateOption option) {
        var before = change.before();
        return before == null ? Double.valueOf(option.defaultPercentage()) : share(before, option.id());
    }

    private static @Nullable Double share(FeatureState state, int optionId) {
        return state.variants().stream()
                .filter(variant -> variant.optionId() == optionId)
                .map(Variant::percentage)
                .findFirst()
                .orElse(null);
    }
}
