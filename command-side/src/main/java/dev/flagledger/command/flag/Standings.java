package dev.flagledger.command.flag;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentPlaced;
import dev.flagledger.api.event.FlagEvent.SegmentsOrdered;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.OverrideChanges.Start;
import dev.flagledger.api.flag.OverrideChanges.Upsert;
import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.StateSeed;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How segments stand with a flag, as its events say, else as its seed does; and what may become of that. */
final class Standings {

    /** What a complete change is made to: it leaves nothing of it but the shares, which do not matter here. */
    static final Setting EMPTY = new Setting(false, FeatureValue.NONE);

    private final Map<Integer, Standing> changed;

    Standings() {
        this(Map.of());
    }

    private Standings(Map<Integer, Standing> changed) {
        this.changed = new HashMap<>(changed);
    }

    /** The same, to go on apart from these. */
    Standings copy() {
        return new Standings(changed);
    }

    FlagEvent created(StateSeed seed, int segmentId, Start start, @Nullable Integer priority) {
        var ids = switch (find(seed, segmentId)) {
            case Standing.None() -> start.ids();
            case Standing.Placed(var placeId, var placeUuid) ->
                new OverrideIds(start.ids().featureStateId(), start.ids().uuid(), placeId, placeUuid);
            case Standing.Overridden _ -> throw new Rejected(new Rejection.Overridden());
        };
        return new SegmentOverrideCreated(
                seed.environmentId(), seed.featureId(), segmentId, ids, priority, start.setting());
    }

    /** Empty if nothing changes. */
    Optional<FlagEvent> updated(StateSeed seed, int segmentId, SettingChange change) {
        if (!(find(seed, segmentId) instanceof Standing.Overridden(var stateId, var now))) {
            throw new Rejected(new Rejection.Missing("FeatureState"));
        }
        return change.changes(now)
                ? Optional.of(new SegmentOverrideUpdated(
                        seed.environmentId(), seed.featureId(), stateId, segmentId, change.complete(now)))
                : Optional.empty();
    }

    /** Empty if nothing changes. */
    Optional<FlagEvent> put(StateSeed seed, Upsert override) {
        var start = override.start();
        return start == null || find(seed, override.segmentId()) instanceof Standing.Overridden
                ? updated(seed, override.segmentId(), override.change())
                : Optional.of(created(seed, override.segmentId(), start, null));
    }

    FlagEvent removed(StateSeed seed, int segmentId) {
        requirePlace(seed, segmentId);
        return new SegmentOverrideRemoved(seed.environmentId(), seed.featureId(), segmentId);
    }

    FlagEvent ordered(StateSeed seed, Map<Integer, Integer> priorities) {
        priorities.keySet().forEach(segmentId -> requirePlace(seed, segmentId));
        return SegmentsOrdered.of(seed.environmentId(), seed.featureId(), priorities);
    }

    void evolve(FlagEvent event) {
        switch (event) {
            case SegmentPlaced e ->
                changed.put(e.segmentId(), new Standing.Placed(e.featureSegmentId(), e.featureSegmentUuid()));
            case SegmentOverrideCreated e ->
                changed.put(e.segmentId(), new Standing.Overridden(e.ids().featureStateId(), e.setting()));
            case SegmentOverrideUpdated e ->
                changed.put(
                        e.segmentId(),
                        new Standing.Overridden(e.featureStateId(), e.change().onto(EMPTY)));
            case SegmentOverrideRemoved e -> changed.put(e.segmentId(), new Standing.None());
            case FeatureStateUpdated _, SegmentsOrdered _ -> {}
        }
    }

    Standing find(StateSeed seed, int segmentId) {
        var standing = changed.get(segmentId);
        return standing == null ? seeded(seed, segmentId) : standing;
    }

    private void requirePlace(StateSeed seed, int segmentId) {
        if (find(seed, segmentId) instanceof Standing.None) {
            throw new Rejected(new Rejection.Missing("FeatureSegment"));
        }
    }

    private static Standing seeded(StateSeed seed, int segmentId) {
        return seed.overrides().stream()
                .filter(override -> override.segmentId() == segmentId)
                .<Standing>map(
                        override -> new Standing.Overridden(override.ids().featureStateId(), override.setting()))
                .findAny()
                .orElseGet(Standing.None::new);
    }
}
