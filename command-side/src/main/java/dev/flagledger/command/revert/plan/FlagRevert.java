package dev.flagledger.command.revert.plan;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.flag.FlagCommand.OrderSegments;
import dev.flagledger.api.flag.FlagCommand.PlaceSegment;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.OverrideChanges.Start;
import dev.flagledger.api.flag.OverrideChanges.Upsert;
import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.SegmentOverride;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Leads the default and the segment overrides of a flag back. An override that was removed since, also if another one
 * was made for the segment, gets its former ids, so that percentages select the same identities as then.
 *
 * @param segments ids of the segments that still exist
 */
record FlagRevert(Flag then, Flag now, Set<Integer> segments, FormerShares shares) {

    /** Returns the commands; the first one is an {@link UpdateFlag} if anything but priorities differs. */
    List<LedgerCommand> commands() {
        var change = shares.change(
                then.environmentDefault().setting(), now.environmentDefault().setting());
        var placed = placed();
        var order = order();
        var overrides = new OverrideChanges(changed(), removed(), placed.isEmpty() ? order : Map.of());
        var update = new UpdateFlag(now.id(), change.changesNothing() ? null : change, overrides);
        var places = placed.isEmpty()
                ? Stream.<LedgerCommand>empty()
                : Stream.concat(placed.stream(), Stream.of(new OrderSegments(now.id(), order)));
        return Stream.concat(isEmpty(update) ? Stream.empty() : Stream.of(update), places)
                .toList();
    }

    private static boolean isEmpty(UpdateFlag update) {
        return update.environmentDefault() == null && update.overrides().changesNothing();
    }

    private List<SegmentOverride> wanted() {
        return then.order().inOrder().stream()
                .filter(override -> segments.contains(override.segmentId()))
                .toList();
    }

    private List<Upsert> changed() {
        return wanted().stream()
                .flatMap(override -> Stream.ofNullable(override.state()).flatMap(state -> upsert(override, state)))
                .toList();
    }

    private Stream<Upsert> upsert(SegmentOverride override, FeatureState former) {
        int segment = override.segmentId();
        var current = now.stateOfSegment(segment).filter(state -> state.id() == former.id());
        if (current.isPresent()) {
            var change = shares.change(former.setting(), current.get().setting());
            return change.changesNothing() ? Stream.empty() : Stream.of(new Upsert(segment, change, null));
        }
        var setting = shares.wanted(former.setting(), former.setting());
        var ids =
                new OverrideIds(former.id(), former.uuid(), override.featureSegmentId(), override.featureSegmentUuid());
        return Stream.of(new Upsert(segment, SettingChange.to(setting), new Start(ids, setting)));
    }

    /** Overrides that did not exist then, were made anew since, or were places without a state. */
    private List<Integer> removed() {
        var former = then.segments();
        return now.segments().values().stream()
                .filter(override -> isRemoved(former.get(override.segmentId()), override))
                .map(SegmentOverride::segmentId)
                .sorted()
                .toList();
    }

    private static boolean isRemoved(@Nullable SegmentOverride former, SegmentOverride current) {
        if (former == null || current.state() == null) {
            return former == null;
        }
        return former.state() == null || former.state().id() != current.state().id();
    }

    private List<PlaceSegment> placed() {
        return wanted().stream()
                .filter(override -> override.state() == null)
                .filter(override -> {
                    var current = now.segments().get(override.segmentId());
                    return current == null || current.state() != null;
                })
                .map(override -> new PlaceSegment(
                        now.id(),
                        override.segmentId(),
                        override.featureSegmentId(),
                        override.featureSegmentUuid(),
                        null))
                .toList();
    }

    /** Returns all priorities; none if they result from the other changes. */
    private Map<Integer, Integer> order() {
        var order = new OverrideOrder(wanted(), now.order(), removed());
        var former = order.former();
        return placed().isEmpty() && former.equals(order.resulting()) ? Map.of() : former;
    }
}
