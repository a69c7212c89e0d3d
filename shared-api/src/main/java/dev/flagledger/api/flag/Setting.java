package dev.flagledger.api.flag;

import java.util.List;
import java.util.Set;

/**
 * What a feature is set to: for everyone in an environment, for a segment, or for one identity.
 *
 * @param enabled whether it is on
 * @param value what it gives; the control value where there are variants
 * @param variants the shares of its multivariate options, by option id
 */
public record Setting(boolean enabled, FeatureValue value, List<Variant> variants) {

    /** There are as many as flags in all environments, and most have no value and no shares. */
    public Setting {
        value = value.equals(FeatureValue.NONE) ? FeatureValue.NONE : value;
        variants = List.copyOf(variants);
    }

    /** A setting of a feature that has no multivariate options. */
    public Setting(boolean enabled, FeatureValue value) {
        this(enabled, value, List.of());
    }

    /** The setting without shares of options that are not among these. */
    public Setting amongst(Set<Integer> optionIds) {
        var known = variants.stream()
                .filter(variant -> optionIds.contains(variant.optionId()))
                .toList();
        return known.size() == variants.size() ? this : new Setting(enabled, value, known);
    }
}
