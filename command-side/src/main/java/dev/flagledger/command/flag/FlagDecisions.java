package dev.flagledger.command.flag;

import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.flag.FlagCommand;
import dev.flagledger.api.flag.FlagCommand.OrderSegments;
import dev.flagledger.api.flag.FlagCommand.OverrideForSegment;
import dev.flagledger.api.flag.FlagCommand.PlaceSegment;
import dev.flagledger.api.flag.FlagCommand.RemoveSegmentOverride;
import dev.flagledger.api.flag.FlagCommand.ToggleFeature;
import dev.flagledger.api.flag.FlagCommand.UpdateFeatureState;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.api.flag.FlagCommand.UpdateOverrides;
import dev.flagledger.api.flag.FlagCommand.UpdateSegmentOverride;
import dev.flagledger.api.flag.OverrideChanges.Start;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.engine.state.flag.Flag;
import java.util.List;

/** Decides commands on a flag. */
final class FlagDecisions {

    private FlagDecisions() {}

    /**
     * The events to record; empty if nothing changes.
     *
     * @throws dev.flagledger.api.Rejected if the command is not possible
     */
    static List<FlagEvent> of(Flag flag, FlagCommand command) {
        var steps = new FlagSteps(flag);
        switch (command) {
            case ToggleFeature c -> steps.set(SettingChange.toggle(c.enabled()));
            case UpdateFeatureState c -> steps.set(c.change());
            case PlaceSegment c ->
                steps.place(c.segmentId(), c.featureSegmentId(), c.featureSegmentUuid(), c.priority());
            case OverrideForSegment c -> steps.create(c.segmentId(), new Start(c.ids(), c.setting()), c.priority());
            case UpdateSegmentOverride c -> steps.update(c.segmentId(), c.change());
            case RemoveSegmentOverride c -> steps.remove(c.segmentId());
            case OrderSegments c -> steps.order(c.priorities());
            case UpdateOverrides c -> steps.override(c.overrides());
            case UpdateFlag c -> {
                var environmentDefault = c.environmentDefault();
                if (environmentDefault != null) {
                    steps.set(environmentDefault);
                }
                steps.override(c.overrides());
            }
        }
        return steps.events();
    }
}
