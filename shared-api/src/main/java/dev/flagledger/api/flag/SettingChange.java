package dev.flagledger.api.flag;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a setting. Null keeps what is there. An event names the first two always, and the shares only if they
 * were set: they also come and go with the feature's options, of which a flag's own stream knows nothing.
 *
 * @param enabled whether it is on
 * @param value what it gives
 * @param variants the shares of multivariate options, all of them
 */
public record SettingChange(
        @Nullable Boolean enabled,
        @Nullable FeatureValue value,
        @Nullable List<Variant> variants) {

    /** Switches on or off, and nothing else. */
    public static SettingChange toggle(boolean enabled) {
        return new SettingChange(enabled, null, null);
    }

    /** Sets everything. */
    public static SettingChange to(Setting setting) {
        return new SettingChange(setting.enabled(), setting.value(), setting.variants());
    }

    /** Whether everything is kept. */
    public boolean changesNothing() {
        return enabled == null && value == null && variants == null;
    }
}
