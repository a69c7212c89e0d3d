package dev.flagledger.command.revert.existence;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.flag.FlagCommand.PlaceSegment;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.OverrideChanges.Start;
import dev.flagledger.api.flag.OverrideChanges.Upsert;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.segment.SegmentCommand.CreateSegment;
import dev.flagledger.command.flag.update.FlagUpdates;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.SegmentOverride;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.project.Segment;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Creates a deleted segment again, with its overrides in the environments and of the features that still exist. These get their former
 * ids and priorities.
 *
 * @param id the new id
 */
record RestoredSegment(Segment former, Project then, Project now, int id) {

    List<LedgerCommand> commands() {
        var created = new CreateSegment(id, former.uuid(), now.id(), former.definition());
        return Stream.concat(
                        Stream.of(created), now.environments().values().stream().flatMap(this::overrides))
                .toList();
    }

    private Stream<LedgerCommand> overrides(Environment environment) {
        return Stream.ofNullable(then.environments().get(environment.id()))
                .flatMap(earlier -> environment.flags().values().stream()
                        .flatMap(flag -> Stream.ofNullable(earlier.flags().get(flag.featureId())))
                        .flatMap(flag -> Stream.ofNullable(flag.segments().get(former.id()))
                                .map(override -> override(environment, flag, override))));
    }

    private LedgerCommand override(Environment environment, Flag flag, SegmentOverride override) {
        var state = override.state();
        if (state == null) {
            return new PlaceSegment(
                    flag.id(), id, override.featureSegmentId(), override.featureSegmentUuid(), override.priority());
        }
        var setting = state.setting()
                .retaining(now.feature(flag.featureId()).options().keySet());
        var start = new Start(Retained.ids(override, state), setting);
        var changes = new OverrideChanges(
                List.of(new Upsert(id, SettingChange.to(setting), start)), List.of(), Map.of(id, override.priority()));
        return FlagUpdates.of(environment, new UpdateFlag(flag.id(), null, changes));
    }
}
