package dev.flagledger.api.flag;

import java.util.List;
import java.util.Objects;
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

    /** The setting with the change made to it. */
    public Setting onto(Setting current) {
        return new Setting(
                enabled == null ? current.enabled() : enabled,
                value == null ? current.value() : value,
                variants == null ? current.variants() : variants);
    }

    /** Whether the setting would become another. Shares count as changed whenever they are set. */
    public boolean changes(Setting current) {
        return variants != null || !onto(current).equals(current);
    }

    /** The change without what is so already, but for the shares. */
    public SettingChange unlike(Setting current) {
        return new SettingChange(
                Objects.equals(enabled, current.enabled()) ? null : enabled,
                current.value().equals(value) ? null : value,
                variants);
    }

    /** Whether everything is kept. */
    public boolean changesNothing() {
        return enabled == null && value == null && variants == null;
    }

    /** The change with nothing kept but the shares, if it keeps them. */
    public SettingChange complete(Setting current) {
        var result = onto(current);
        return new SettingChange(result.enabled(), result.value(), variants);
    }
}
