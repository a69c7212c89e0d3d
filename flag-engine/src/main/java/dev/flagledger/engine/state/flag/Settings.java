package dev.flagledger.engine.state.flag;

import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Computes changes of settings. */
public final class Settings {

    private Settings() {}

    /** Returns the setting after a change. */
    public static Setting changed(Setting current, SettingChange change) {
        var enabled = change.enabled();
        var value = change.value();
        var variants = change.variants();
        return new Setting(
                enabled == null ? current.enabled() : enabled,
                value == null ? current.value() : value,
                variants == null ? current.variants() : variants);
    }

    /**
     * Returns the change as recorded in an event: all components but the shares are present. Empty if the setting stays
     * equal; shares always count as a change if they are set.
     */
    public static Optional<SettingChange> recorded(Setting current, SettingChange change) {
        var result = changed(current, change);
        return change.variants() == null && result.equals(current)
                ? Optional.empty()
                : Optional.of(new SettingChange(result.enabled(), result.value(), change.variants()));
    }

    /** Returns the change without the components, other than shares, that are equal to the current ones. */
    public static SettingChange withoutUnchanged(Setting current, SettingChange change) {
        return new SettingChange(
                Objects.equals(change.enabled(), current.enabled()) ? null : change.enabled(),
                current.value().equals(change.value()) ? null : change.value(),
                change.variants());
    }

    /** Returns the setting with the shares of these options only. */
    public static Setting retaining(Set<Integer> optionIds, Setting setting) {
        var retained = setting.variants().stream()
                .filter(variant -> optionIds.contains(variant.optionId()))
                .toList();
        return retained.size() == setting.variants().size()
                ? setting
                : new Setting(setting.enabled(), setting.value(), retained);
    }
}
