package dev.flagledger.api.flag;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a setting; null components are kept. In an event the first two are always present, and the variants only
 * if they were set: they also depend on the feature's options, which are not part of the flag's stream.
 *
 * @param enabled whether the feature is enabled
 * @param value the value
 * @param variants shares of all multivariate options
 */
public record SettingChange(
        @Nullable Boolean enabled,
        @Nullable FeatureValue value,
        @Nullable List<Variant> variants) {

    /** Returns a change that enables or disables only. */
    public static SettingChange toggle(boolean enabled) {
        return new SettingChange(enabled, null, null);
    }

    /** Returns a change that sets all components. */
    public static SettingChange to(Setting setting) {
        return new SettingChange(setting.enabled(), setting.value(), setting.variants());
    }

    /** Returns whether all components are kept. */
    public boolean changesNothing() {
        return enabled == null && value == null && variants == null;
    }
}
