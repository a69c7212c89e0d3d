package dev.flagledger.contract.view.difference;

import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.project.Feature;
import java.util.List;
import java.util.Map;

/** The field of a feature that holds its options. */
final class OptionFields {

    private OptionFields() {}

    /** The options as they are shown with a feature, if they differ. */
    static List<FieldChange> changes(Feature old, Feature now) {
        return FieldChange.differing(new FieldChange("multivariate_options", options(old), options(now)));
    }

    private static List<Map<String, Object>> options(Feature feature) {
        return feature.options().values().stream()
                .map(option -> Map.<String, Object>of(
                        "id",
                        option.id(),
                        "value",
                        String.valueOf(option.value().plain()),
                        "default_percentage_allocation",
                        option.defaultPercentage()))
                .toList();
    }
}
