package dev.flagledger.engine.state.flag;

import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentPlaced;
import dev.flagledger.api.event.FlagEvent.SegmentsOrdered;
import dev.flagledger.api.flag.Setting;
import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Folds events into the default and the segment overrides of a flag. */
final class FlagFold {

    private FlagFold() {}

    /**
     * Returns the flag after an event. Does not update the time of the last change, since previews of drafts are folded
     * too.
     *
     * @param known removes shares of deleted options from a setting
     */
    static Flag evolve(Flag flag, FlagEvent event, UnaryOperator<Setting> known, Instant at) {
        return switch (event) {
            case FeatureStateUpdated e ->
                flag.withDefault(flag.environmentDefault().set(e.change(), known, at));
            case SegmentPlaced e ->
                flag.withOrder(flag.order()
                        .insert(new SegmentOverride(
                                e.segmentId(),
                                e.featureSegmentId(),
                                e.featureSegmentUuid(),
                                place(flag, e.segmentId(), e.priority()),
                                null)));
            case SegmentOverrideCreated e -> {
                var ids = e.ids();
                yield flag.withOrder(flag.order()
                        .insert(new SegmentOverride(
                                e.segmentId(),
                                ids.featureSegmentId(),
                                ids.featureSegmentUuid(),
                                place(flag, e.segmentId(), e.priority()),
                                new FeatureState(ids.featureStateId(), ids.uuid(), known.apply(e.setting()), at, at))));
            }
            case SegmentOverrideUpdated e -> {
                var override = flag.segment(e.segmentId());
                var state = Objects.requireNonNull(override.state(), "a place without a state was changed");
                yield flag.withOrder(flag.order().replace(override.with(state.set(e.change(), known, at))));
            }
            case SegmentOverrideRemoved e -> flag.withOrder(flag.order().remove(e.segmentId()));
            case SegmentsOrdered e -> flag.withOrder(flag.order().ordered(e.priorities()));
        };
    }

    private static int place(Flag flag, int segmentId, @Nullable Integer priority) {
        return priority == null ? flag.order().placeOf(segmentId) : priority;
    }
}
