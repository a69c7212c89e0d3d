package dev.flagledger.engine.state.flag;

import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import java.util.Objects;
import java.util.Optional;

/** What changes of settings come to. */
public final class Settings {

    private Settings() {}

    /** The setting with the change made to it. */
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
     * The change as an event says it, with nothing kept but the shares, if it keeps them. Empty if the setting would not become
     * another; shares count as changed whenever they are set.
     */
    public static Optional<SettingChange> recorded(Setting current, SettingChange change) {
        var result = changed(current, change);
        return change.variants() == null && result.equals(current)
                ? Optional.empty()
                : Optional.of(new SettingChange(result.enabled(), result.value(), change.variants()));
    }

    /** The change without what is so already, but for the shares. */
    public static SettingChange withoutUnchanged(Setting current, SettingChange change) {
        return new SettingChange(
                Objects.equals(change.enabled(), current.enabled()) ? null : change.enabled(),
                current.value().equals(change.value()) ? null : change.value(),
                change.variants());
    }
}
