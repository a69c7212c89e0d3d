package dev.flagledger.contract.audit.feature;

import dev.flagledger.api.flag.Variant;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.change.FlagChange;
import dev.flagledger.engine.state.flag.FeatureState;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The changed percentages of a feature state's options. A new override is compared with the environment default, and changes
 * nothing if it sets no percentages. Options that were added or removed are left out: they have a line of their own.
 */
final class ShareChanges {

    private ShareChanges() {}

    static Stream<FieldChange> of(FlagChange change, FeatureState after) {
        var before = change.before();
        var from = before == null
                ? change.environment().flag(change.feature().id()).environmentDefault()
                : before;
        return change.feature().options().keySet().stream()
                .filter(change.featureBefore().options()::containsKey)
                .filter(option -> before != null || share(after, option) != null)
                .flatMap(option -> FieldChange.differing(
                        new FieldChange("percentage_allocation", share(from, option), share(after, option)))
                        .stream());
    }

    private static @Nullable Double share(FeatureState state, int optionId) {
        return state.variants().stream()
                .filter(variant -> variant.optionId() == optionId)
                .map(Variant::percentage)
                .findFirst()
                .orElse(null);
    }
}
