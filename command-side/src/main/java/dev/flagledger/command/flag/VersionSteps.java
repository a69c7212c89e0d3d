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
import dev.flagledger.api.flag.OverrideChanges.Start;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.version.VersionChanges;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.VersionTarget;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Applies the changes of versions to a flag. Unlike direct updates, it rejects creating an override that exists and
 * changing one that does not.
 */
final class VersionSteps implements VersionTarget {

    private final FlagSteps steps;
    private final Map<Integer, String> segments;

    private VersionSteps(Flag flag, Map<Integer, String> segments) {
        this.steps = new FlagSteps(flag);
        this.segments = segments;
    }

    /**
     * The events to record; empty if nothing changes.
     *
     * @param segments the names of segments by id, for rejections
     * @throws Rejected if an override to create exists, or one to change does not
     */
    static List<FlagEvent> of(Flag flag, List<VersionChanges> changes, Map<Integer, String> segments) {
        var version = new VersionSteps(flag, segments);
        changes.forEach(version::apply);
        return version.steps.events();
    }

    @Override
    public boolean isOverridden(int segmentId) {
        return steps.isOverridden(segmentId);
    }

    @Override
    public void updateDefault(SettingChange change) {
        steps.set(change);
    }

    @Override
    public void create(int segmentId, Start start) {
        steps.create(segmentId, start, null);
    }

    @Override
    public void update(int segmentId, SettingChange change) {
        steps.update(segmentId, change);
    }

    @Override
    public void conflict(int segmentId, boolean exists) {
        var name = segments.getOrDefault(segmentId, Integer.toString(segmentId));
        throw new Rejected(new Rejection.Conflict(name, exists));
    }

    @Override
    public void remove(int segmentId) {
        if (steps.hasPlace(segmentId)) {
            steps.remove(segmentId);
        }
    }

    @Override
    public void order(Map<Integer, Integer> priorities) {
        var present = new TreeMap<>(priorities);
        present.keySet().removeIf(segmentId -> !steps.hasPlace(segmentId));
        steps.order(present);
    }

    /** Whether the event concerns one of these segments, or no particular one. */
    static boolean isOf(Map<Integer, String> segments, FlagEvent event) {
        return switch (event) {
            case SegmentPlaced e -> segments.containsKey(e.segmentId());
            case SegmentOverrideCreated e -> segments.containsKey(e.segmentId());
            case SegmentOverrideUpdated e -> segments.containsKey(e.segmentId());
            case SegmentOverrideRemoved e -> segments.containsKey(e.segmentId());
            case FeatureStateUpdated _, SegmentsOrdered _ -> true;
        };
    }
}
