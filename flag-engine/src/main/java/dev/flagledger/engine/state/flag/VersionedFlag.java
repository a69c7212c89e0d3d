package dev.flagledger.engine.state.flag;

import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentsOrdered;
import dev.flagledger.api.flag.OverrideChanges.Start;
import dev.flagledger.api.flag.SettingChange;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Reconstructs a flag as it is in one of its versions, without deleted segments and options. */
final class VersionedFlag implements VersionTarget {

    private final Set<Integer> options;
    private final Instant at;
    private Flag flag;

    private VersionedFlag(Flag flag, Set<Integer> options, Instant at) {
        this.flag = flag;
        this.options = options;
        this.at = at;
    }

    static Flag of(Flag flag, Version version, Set<Integer> segments, Set<Integer> options) {
        if (flag.versions().isLive(version)) {
            return flag;
        }
        var publication = version.publication();
        var snapshot = publication == null
                ? new VersionedFlag(flag, options, version.updatedAt()).preview(version)
                : flag.at(publication);
        return snapshot.retaining(segments, options);
    }

    private Flag preview(Version draft) {
        draft.changes().forEach(this::apply);
        return flag;
    }

    @Override
    public boolean isOverridden(int segmentId) {
        return flag.stateOfSegment(segmentId).isPresent();
    }

    @Override
    public void updateDefault(SettingChange change) {
        int stateId = flag.environmentDefault().id();
        evolve(new FeatureStateUpdated(flag.environmentId(), flag.featureId(), stateId, change));
    }

    @Override
    public void create(int segmentId, Start start) {
        var known = flag.segments().get(segmentId);
        var ids = known == null ? start.ids() : known.idsOfState(start.ids());
        evolve(new SegmentOverrideCreated(
                flag.environmentId(), flag.featureId(), segmentId, ids, null, start.setting()));
    }

    @Override
    public void update(int segmentId, SettingChange change) {
        int stateId = flag.stateOfSegment(segmentId).orElseThrow().id();
        evolve(new SegmentOverrideUpdated(flag.environmentId(), flag.featureId(), stateId, segmentId, change));
    }

    /** A change that conflicts with the current flag is left out; it is rejected when the draft is published. */
    @Override
    public void conflict(int segmentId, boolean exists) {}

    @Override
    public void remove(int segmentId) {
        evolve(new SegmentOverrideRemoved(flag.environmentId(), flag.featureId(), segmentId));
    }

    @Override
    public void order(Map<Integer, Integer> priorities) {
        evolve(SegmentsOrdered.of(flag.environmentId(), flag.featureId(), priorities));
    }

    private void evolve(FlagEvent event) {
        flag = FlagFold.evolve(flag, event, setting -> Settings.retaining(options, setting), at);
    }
}
