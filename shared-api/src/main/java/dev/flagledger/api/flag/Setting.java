package dev.flagledger.api.flag;

import java.util.List;
import java.util.Set;

/**
 * The setting of a feature: by default in an environment, for a segment, or for one identity.
 *
 * @param enabled whether the feature is enabled
 * @param value the value; the control value if there are variants
 * @param variants shares of the multivariate options
 */
public record Setting(boolean enabled, FeatureValue value, List<Variant> variants) {

    /** Shares the instances for settings without value and variants, since most settings have none. */
    public Setting {
        value = value.equals(FeatureValue.NONE) ? FeatureValue.NONE : value;
        variants = List.copyOf(variants);
    }

    /** Creates a setting without variants. */
    public Setting(boolean enabled, FeatureValue value) {
        this(enabled, value, List.of());
    }

    /** Returns the setting with the shares of only these options. */
    public Setting retaining(Set<Integer> options) {
        return new Setting(
                enabled,
                value,
                variants.stream()
                        .filter(share -> options.contains(share.optionId()))
                        .toList());
    }
}
