package dev.flagledger.api.flag;

import java.util.List;

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
}
