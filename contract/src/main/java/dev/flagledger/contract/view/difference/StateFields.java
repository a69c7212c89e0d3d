package dev.flagledger.contract.view.difference;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.flag.FeatureState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of feature states that differ. */
final class StateFields {

    private StateFields() {}

    /** The changed fields; all that are set if the state is in one of them only. */
    static List<FieldChange> changes(@Nullable FeatureState old, @Nullable FeatureState now) {
        return Stream.of(
                        FieldChange.differing(new FieldChange(
                                "enabled", old == null ? null : old.enabled(), now == null ? null : now.enabled())),
                        FieldChange.between(value(old), value(now)),
                        FieldChange.differing(
                                new FieldChange("multivariate_feature_state_values", shares(old), shares(now))))
                .flatMap(List::stream)
                .toList();
    }

    private static FeatureValue value(@Nullable FeatureState state) {
        return state == null ? FeatureValue.NONE : state.value();
    }

    private static List<Map<String, Object>> shares(@Nullable FeatureState state) {
        return state == null
                ? List.of()
                : state.variants().stream().map(StateFields::share).toList();
    }

    private static Map<String, Object> share(Variant share) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("multivariate_feature_option", share.optionId());
        fields.put("percentage_allocation", share.percentage());
        return fields;
    }
}
