package dev.flagledger.engine.state.flag;

import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentsOrdered;
import dev.flagledger.api.flag.OverrideChanges.Upsert;
import dev.flagledger.api.version.VersionChanges;
import java.time.Instant;
import java.util.Set;

/** Reconstructs a flag as it is in one of its versions, without deleted segments and options. */
final class VersionedFlag {

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
        var then = publication == null
                ? new VersionedFlag(flag, options, version.updatedAt()).changed(version)
                : flag.at(publication);
        return then.amongst(segments, options);
    }

    private Flag changed(Version draft) {
        draft.changes().forEach(this::change);
        return flag;
    }

    private void change(VersionChanges changes) {
        var seed = flag.seed();
        int environment = seed.environmentId();
        int feature = seed.featureId();
        var environmentDefault = changes.environmentDefault();
        if (environmentDefault != null) {
            evolve(new FeatureStateUpdated(environment, feature, seed.featureStateId(), environmentDefault));
        }
        var overrides = changes.overrides();
        overrides.changed().forEach(this::override);
        overrides.removed().forEach(id -> evolve(new SegmentOverrideRemoved(environment, feature, id)));
        evolve(SegmentsOrdered.of(environment, feature, overrides.priorities()));
    }

    /** A change that conflicts with the current flag is left out; it is rejected when the draft is published. */
    private void override(Upsert override) {
        var seed = flag.seed();
        var known = flag.segments().get(override.segmentId());
        var state = known == null ? null : known.state();
        var start = override.start();
        if (start == null && state != null) {
            evolve(new SegmentOverrideUpdated(
                    seed.environmentId(), seed.featureId(), state.id(), override.segmentId(), override.change()));
        } else if (start != null && state == null) {
            evolve(new SegmentOverrideCreated(
                    seed.environmentId(),
                    seed.featureId(),
                    override.segmentId(),
                    known == null ? start.ids() : known.idsOfState(start.ids()),
                    null,
                    start.setting()));
        }
    }

    private void evolve(FlagEvent event) {
        flag = FlagFold.evolve(flag, event, setting -> setting.amongst(options), at);
    }
}
