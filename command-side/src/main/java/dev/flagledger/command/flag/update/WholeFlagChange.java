package dev.flagledger.command.flag.update;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.api.flag.FlagCommand.UpdateOverrides;
import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.command.flag.update.WantedState.Weight;
import dev.flagledger.engine.access.WholeFlag;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Turns a request for changes of a whole flag into the one command that makes them all. */
@Component
final class WholeFlagChange {

    private final Plan plan;

    WholeFlagChange(Plan plan) {
        this.plan = plan;
    }

    /** Empty if nothing is asked for. */
    Optional<LedgerCommand> of(WholeFlag of, FlagForm asked, boolean whole) {
        var flag = of.flag().id();
        var now = of.flag().standard().setting();
        var change = asked.standard().map(wanted -> plan.change(wanted, now)).orElse(null);
        var changes = asked.overrides()
                .map(overrides -> overrides(of, overrides, change == null ? now : change.onto(now), whole))
                .orElse(OverrideChanges.NONE);
        if (change != null) {
            return Optional.of(Publishing.of(of.environment(), new UpdateFlag(flag, change, changes)));
        }
        return changes.changesNothing()
                ? Optional.empty()
                : Optional.of(Publishing.of(of.environment(), new UpdateOverrides(flag, changes)));
    }

    private OverrideChanges overrides(
            WholeFlag of, List<WantedState.OfSegment> asked, Setting otherwise, boolean whole) {
        OverrideRoom.require(of.project(), of.environment(), of.feature(), asked);
        var filled = whole
                ? asked.stream()
                        .map(override -> new WantedState.OfSegment(
                                override.segmentId(), override.priority(), filled(override.state(), otherwise)))
                        .toList()
                : asked;
        return plan.overrides(of.flag(), filled, otherwise, whole);
    }

    /** What a request for the whole leaves out is as in the default. */
    private static WantedState filled(WantedState asked, Setting otherwise) {
        var weights = otherwise.variants().stream()
                .map(share -> new Weight(share.optionId(), share.percentage()))
                .toList();
        return new WantedState(
                asked.enabled() == null ? otherwise.enabled() : asked.enabled(),
                asked.value() == null ? otherwise.value() : asked.value(),
                asked.weights() == null ? weights : asked.weights());
    }
}
