package dev.flagledger.engine.state.flag;

import dev.flagledger.api.flag.OverrideChanges.Start;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.version.VersionChanges;
import java.util.Map;

/**
 * Receives the changes that a version makes to its flag, in order. The publication of a draft and its preview differ in
 * what they do with the changes and with conflicts, but not in what a version means.
 */
public interface VersionTarget {

    /** Applies the changes of a version. Removals and priorities of segments without an override are passed on too. */
    default void apply(VersionChanges changes) {
        var environmentDefault = changes.environmentDefault();
        if (environmentDefault != null) {
            updateDefault(environmentDefault);
        }
        var overrides = changes.overrides();
        for (var override : overrides.changed()) {
            int segmentId = override.segmentId();
            var start = override.start();
            boolean exists = isOverridden(segmentId);
            if (exists == (start != null)) {
                conflict(segmentId, exists);
            } else if (start == null) {
                update(segmentId, override.change());
            } else {
                create(segmentId, start);
            }
        }
        overrides.removed().forEach(this::remove);
        order(overrides.priorities());
    }

    /** Returns whether the segment has an override with a state, after the changes so far. */
    boolean isOverridden(int segmentId);

    /** Changes the default. */
    void updateDefault(SettingChange change);

    /** Creates an override, for a segment that has none. */
    void create(int segmentId, Start start);

    /** Changes an existing override. */
    void update(int segmentId, SettingChange change);

    /** Handles an override that should be created but exists, or should be changed but does not exist. */
    void conflict(int segmentId, boolean exists);

    /** Removes an override, if there is one. */
    void remove(int segmentId);

    /** Changes the priorities of those segments that have one. */
    void order(Map<Integer, Integer> priorities);
}
