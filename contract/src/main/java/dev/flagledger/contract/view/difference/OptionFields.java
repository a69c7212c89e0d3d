package dev.flagledger.contract.view.difference;

import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.contract.view.feature.OptionView;
import dev.flagledger.engine.state.project.Feature;
import java.util.List;

/** The field of a feature that holds its options. */
final class OptionFields {

    private OptionFields() {}

    /** The options as they are shown with a feature, if they differ. */
    static List<FieldChange> changes(Feature old, Feature now) {
        return FieldChange.differing(new FieldChange("multivariate_options", options(old), options(now)));
    }

    private static List<OptionView> options(Feature feature) {
        return feature.options().values().stream()
                .map(option -> OptionView.of(option, null))
                .toList();
    }
}
