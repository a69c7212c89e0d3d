package dev.flagledger.command.flag.state;

import dev.flagledger.api.flag.FlagCommand;
import dev.flagledger.api.flag.FlagCommand.ToggleFeature;
import dev.flagledger.api.flag.FlagCommand.UpdateFeatureState;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.api.flag.SettingChange;

/** The commands that change the default of a feature in an environment. */
final class EnvironmentDefaultCommands {

    private EnvironmentDefaultCommands() {}

    /** Returns the most specific command: a change of {@code enabled} alone is a toggle. */
    static FlagCommand of(FlagId flag, SettingChange change) {
        var enabled = change.enabled();
        return enabled != null && change.equals(SettingChange.toggle(enabled))
                ? new ToggleFeature(flag, enabled)
                : new UpdateFeatureState(flag, change);
    }
}
