package dev.flagledger.command.flag.update;

import dev.flagledger.access.permission.AccessibleFlag;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.command.flag.form.StateRequest;
import dev.flagledger.command.flag.form.StateRequest.Share;
import dev.flagledger.command.flag.segment.OverrideRules;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.error.text.project.FlagTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.NestedForms;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.project.Feature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/**
 * A request to change a whole flag. Omitted parts stay as they are.
 *
 * @param environmentDefault the change of the default
 * @param overrides the segment overrides
 */
record FlagForm(Optional<StateRequest> environmentDefault, Optional<List<OverrideRequest>> overrides) {

    private static final String VALUE = "value";
    private static final String VARIANTS = "variants";
    private static final String OVERRIDES = "segment_overrides";

    /** @param whole whether the parts replace the current ones as a whole */
    static FlagForm read(Form form, AccessibleFlag access, boolean whole) {
        var environmentDefault =
                NestedForms.optional(form, "environment_default").map(sent -> environmentDefault(sent, access, whole));
        var overrides = NestedForms.list(form, OVERRIDES).map(sent -> overrides(form, sent, access, whole));
        form.validate();
        overrides.ifPresent(FlagForm::requireOnePlaceEach);
        return new FlagForm(environmentDefault, overrides);
    }

    private static StateRequest environmentDefault(Form form, AccessibleFlag access, boolean whole) {
        var feature = access.feature();
        var requested = state(form, feature, Optional.of(access.flag().environmentDefault()));
        if (!whole) {
            return requested;
        }
        if (feature.type() == FeatureType.MULTIVARIATE && !form.has(VARIANTS)) {
            form.reject(VARIANTS, FlagTexts.INCOMPLETE_VARIANTS);
        }
        return new StateRequest(
                requested.enabled() != null && requested.enabled(),
                requested.value() == null ? FeatureValue.NONE : requested.value(),
                requested.shares());
    }

    private static List<OverrideRequest> overrides(Form form, List<Form> sent, AccessibleFlag access, boolean whole) {
        var overrides = new ArrayList<OverrideRequest>();
        var seen = new HashSet<Integer>();
        for (var override : sent) {
            int segmentId = segment(override, access);
            if (!seen.add(segmentId)) {
                form.reject(OVERRIDES, FlagTexts.duplicateSegment(segmentId));
            }
            boolean placed = !whole && access.flag().segments().containsKey(segmentId);
            var fallback = placed ? null : Integer.valueOf(overrides.size());
            overrides.add(new OverrideRequest(
                    segmentId,
                    OverrideRules.priority(override).orElse(fallback),
                    state(override, access.feature(), access.flag().stateOfSegment(segmentId))));
        }
        return overrides;
    }

    private static int segment(Form override, AccessibleFlag access) {
        return NestedForms.required(override, "segment")
                .map(segment -> {
                    int id = segment.integer("id");
                    if (segment.has("id") && !access.project().segments().containsKey(id)) {
                        segment.reject("id", FlagTexts.NO_SEGMENT);
                    }
                    return id;
                })
                .orElse(0);
    }

    private static StateRequest state(Form form, Feature feature, Optional<FeatureState> current) {
        Boolean enabled = form.has("enabled") ? form.bool("enabled", false) : null;
        var weights = NestedForms.list(form, VARIANTS).map(sent -> weights(form, sent, feature, current));
        return new StateRequest(enabled, value(form).orElse(null), weights.orElse(null));
    }

    /** Null means no value, as in this endpoint's answers. */
    private static Optional<FeatureValue> value(Form form) {
        return form.has(VALUE) && form.raw(VALUE).isNull()
                ? Optional.of(FeatureValue.NONE)
                : NestedForms.optional(form, VALUE)
                        .map(sent -> TextValue.read(sent, problem -> form.reject(VALUE, problem)));
    }

    /** A state's current variants may be sent back, even if some option has none. */
    private static List<Share> weights(Form form, List<Form> sent, Feature feature, Optional<FeatureState> current) {
        var weights = sent.stream().map(FlagForm::weight).toList();
        if (current.map(state -> Set.copyOf(StateRequest.shares(state.setting())))
                .filter(shares -> isSame(shares, weights))
                .isPresent()) {
            return weights;
        }
        var given = weights.stream().map(Share::optionId).collect(Collectors.toSet());
        var known = feature.options().keySet();
        if (feature.type() != FeatureType.MULTIVARIATE) {
            if (!weights.isEmpty()) {
                form.reject(VARIANTS, FlagTexts.NOT_MULTIVARIATE);
            }
        } else if (!known.containsAll(given)) {
            form.reject(VARIANTS, FlagTexts.NO_VARIANT);
        } else if (given.size() < known.size() || given.size() < weights.size()) {
            form.reject(VARIANTS, FlagTexts.INCOMPLETE_VARIANTS);
        } else if (weights.stream().mapToDouble(Share::percentage).sum() > 100) {
            form.reject(VARIANTS, FlagTexts.WEIGHT_EXCEEDS_ALL);
        }
        return weights;
    }

    /** Whether the list contains each of the shares exactly once. */
    private static boolean isSame(Set<Share> shares, List<Share> weights) {
        return shares.size() == weights.size() && shares.equals(Set.copyOf(weights));
    }

    private static Share weight(Form variant) {
        if (!variant.has("weight")) {
            variant.reject("weight", FieldTexts.REQUIRED);
        }
        return new Share(variant.integer("id"), variant.percentage("weight", 0));
    }

    private static void requireOnePlaceEach(List<OverrideRequest> overrides) {
        var seen = new HashSet<Integer>();
        for (var override : overrides) {
            if (override.priority() != null && !seen.add(override.priority())) {
                throw Refusal.detail(HttpStatus.BAD_REQUEST, FlagTexts.duplicatePriority(override.priority()));
            }
        }
    }
}
