package dev.flagledger.api.flag;

import java.util.List;

/**
 * What a feature is set to: for everyone in an environment, for a segment, or for one identity.
 *
 * @param enabled whether it is on
 * @param value what it gives; the control value where there are variants
 * @param variants the shares of its multivariate options, by option id
 */
public record Setting(boolean enabled, FeatureValue value, List<Variant> variants) {

    /** A setting of a feature that has no multivariate options. */
    public Setting(boolean enabled, FeatureValue value) {
        this(enabled, value, List.of());
    }
}
