package dev.flagledger.command.flag.update;

import dev.flagledger.access.permission.AccessibleFlag;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.api.flag.FlagCommand.UpdateOverrides;
import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.command.flag.form.StateChanges;
import dev.flagledger.engine.state.flag.Settings;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Turns a request to change a whole flag into one command. */
@Component
final class WholeFlagChange {

    private final StateChanges states;
    private final OverridePlan plan;

    WholeFlagChange(StateChanges states, OverridePlan plan) {
        this.states = states;
        this.plan = plan;
    }

    /** The command; empty if nothing is requested. */
    Optional<LedgerCommand> of(AccessibleFlag access, FlagForm requested, boolean whole) {
        var flag = access.flag().id();
        var current = access.flag().environmentDefault().setting();
        var change = requested
                .environmentDefault()
                .map(state -> states.change(state, current))
                .orElse(null);
        var changes = requested
                .overrides()
                .map(overrides -> overrides(
                        access, overrides, change == null ? current : Settings.changed(current, change), whole))
                .orElse(OverrideChanges.NONE);
        if (change != null) {
            return Optional.of(FlagUpdates.of(access.environment(), new UpdateFlag(flag, change, changes)));
        }
        return changes.changesNothing()
                ? Optional.empty()
                : Optional.of(FlagUpdates.of(access.environment(), new UpdateOverrides(flag, changes)));
    }

    private OverrideChanges overrides(
            AccessibleFlag access, List<OverrideRequest> requested, Setting fallback, boolean whole) {
        NewOverrides.require(access.project(), access.environment(), access.feature(), requested);
        var all = whole
                ? requested.stream().map(override -> filled(override, fallback)).toList()
                : requested;
        return plan.of(access.flag(), all, fallback, whole);
    }

    /** Takes omitted values from the default. */
    private static OverrideRequest filled(OverrideRequest requested, Setting fallback) {
        return new OverrideRequest(
                requested.segmentId(), requested.priority(), requested.state().or(fallback));
    }
}
