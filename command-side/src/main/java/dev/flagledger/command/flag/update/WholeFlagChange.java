package dev.flagledger.command.flag.update;

import dev.flagledger.access.permission.FlagAccess;
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
    Optional<LedgerCommand> of(FlagAccess of, FlagForm asked, boolean whole) {
        var flag = of.flag().id();
        var now = of.flag().environmentDefault().setting();
        var change = asked.environmentDefault()
                .map(wanted -> states.change(wanted, now))
                .orElse(null);
        var changes = asked.overrides()
                .map(overrides -> overrides(of, overrides, change == null ? now : Settings.changed(now, change), whole))
                .orElse(OverrideChanges.NONE);
        if (change != null) {
            return Optional.of(Publishing.of(of.environment(), new UpdateFlag(flag, change, changes)));
        }
        return changes.changesNothing()
                ? Optional.empty()
                : Optional.of(Publishing.of(of.environment(), new UpdateOverrides(flag, changes)));
    }

    private OverrideChanges overrides(FlagAccess of, List<OverrideRequest> asked, Setting otherwise, boolean whole) {
        OverrideLimit.require(of.project(), of.environment(), of.feature(), asked);
        var all = whole
                ? asked.stream().map(override -> filled(override, otherwise)).toList()
                : asked;
        return plan.of(of.flag(), all, otherwise, whole);
    }

    /** Takes omitted values from the default. */
    private static OverrideRequest filled(OverrideRequest asked, Setting otherwise) {
        return new OverrideRequest(
                asked.segmentId(), asked.priority(), asked.state().or(otherwise));
    }
}
