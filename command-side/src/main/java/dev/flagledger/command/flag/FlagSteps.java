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
import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.OverrideChanges.Start;
import dev.flagledger.api.flag.OverrideChanges.Upsert;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Collects the events of a flag. Each step is decided on the state that the previous one left; a step that changes
 * nothing yields no event, except that an order of segments is always recorded, since the flag does not know which
 * segments were deleted. Has no side effects, so it can also be used to validate.
 */
final class FlagSteps {

    private final List<FlagEvent> events = new ArrayList<>();
    private final int environment;
    private final int feature;
    private Flag flag;

    FlagSteps(Flag flag) {
        this.flag = flag;
        this.environment = flag.environmentId();
        this.feature = flag.featureId();
    }

    List<FlagEvent> events() {
        return List.copyOf(events);
    }

    /** Changes the default. */
    void set(SettingChange change) {
        var current = flag.environmentDefault();
        Settings.recorded(current.setting(), change)
                .ifPresent(recorded -> add(new FeatureStateUpdated(environment, feature, current.id(), recorded)));
    }

    void place(int segmentId, int placeId, UUID placeUuid, @Nullable Integer priority) {
        if (hasPlace(segmentId)) {
            throw new Rejected(new Rejection.Overridden());
        }
        add(new SegmentPlaced(environment, feature, segmentId, placeId, placeUuid, priority));
    }

    /** A segment that already has a feature segment keeps the ids of it. */
    void create(int segmentId, Start start, @Nullable Integer priority) {
        if (isOverridden(segmentId)) {
            throw new Rejected(new Rejection.Overridden());
        }
        var place = flag.segments().get(segmentId);
        var ids = place == null ? start.ids() : place.idsOfState(start.ids());
        add(new SegmentOverrideCreated(environment, feature, segmentId, ids, priority, start.setting()));
    }

    void update(int segmentId, SettingChange change) {
        var current =
                flag.stateOfSegment(segmentId).orElseThrow(() -> new Rejected(new Rejection.Missing("FeatureState")));
        Settings.recorded(current.setting(), change)
                .ifPresent(recorded ->
                        add(new SegmentOverrideUpdated(environment, feature, current.id(), segmentId, recorded)));
    }

    void remove(int segmentId) {
        requirePlace(segmentId);
        add(new SegmentOverrideRemoved(environment, feature, segmentId));
    }

    void order(Map<Integer, Integer> priorities) {
        if (!priorities.isEmpty()) {
            priorities.keySet().forEach(this::requirePlace);
            add(SegmentsOrdered.of(environment, feature, priorities));
        }
    }

    /** Removes, creates, changes and orders overrides. Removals of missing overrides are ignored. */
    void override(OverrideChanges changes) {
        changes.removed().stream().filter(this::hasPlace).forEach(this::remove);
        changes.changed().forEach(this::put);
        order(changes.priorities());
    }

    private void put(Upsert override) {
        var start = override.start();
        if (start == null || isOverridden(override.segmentId())) {
            update(override.segmentId(), override.change());
        } else {
            create(override.segmentId(), start, null);
        }
    }

    boolean isOverridden(int segmentId) {
        return flag.stateOfSegment(segmentId).isPresent();
    }

    boolean hasPlace(int segmentId) {
        return flag.segments().containsKey(segmentId);
    }

    private void requirePlace(int segmentId) {
        if (!hasPlace(segmentId)) {
            throw new Rejected(new Rejection.Missing("FeatureSegment"));
        }
    }

    private void add(FlagEvent event) {
        // The time does not affect decisions.
        flag = flag.evolve(event, flag.changedAt());
        events.add(event);
    }
}
