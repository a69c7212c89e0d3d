package dev.flagledger.command.flag.update;

import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.OverrideChanges.Start;
import dev.flagledger.api.flag.OverrideChanges.Upsert;
import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.command.flag.form.StateChanges;
import dev.flagledger.command.flag.segment.PriorityChanges;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.SegmentOverride;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Turns requested segment overrides into changes with all ids resolved. */
@Component
final class OverridePlan {

    private final StateChanges states;

    OverridePlan(StateChanges states) {
        this.states = states;
    }

    /**
     * The changes of a flag's segment overrides.
     *
     * @param fallback the setting that new overrides take omitted values from
     * @param complete whether overrides that are not requested are removed
     */
    OverrideChanges of(Flag flag, List<OverrideRequest> requested, Setting fallback, boolean complete) {
        var started = requested.stream()
                .filter(override -> flag.stateOfSegment(override.segmentId()).isEmpty())
                .count();
        var newIds = states.idsOfOverrides(Math.toIntExact(started));
        var changed = requested.stream()
                .map(override -> upsert(flag, override, fallback, newIds))
                .toList();
        var named = requested.stream().map(OverrideRequest::segmentId).toList();
        var removed = complete
                ? flag.order().withState().stream()
                        .map(SegmentOverride::segmentId)
                        .filter(segmentId -> !named.contains(segmentId))
                        .toList()
                : List.<Integer>of();
        var priorities = priorities(requested);
        // Removals shift the others, so priorities that match now may no longer match then.
        return new OverrideChanges(
                changed, removed, removed.isEmpty() ? PriorityChanges.of(flag, priorities) : priorities);
    }

    private Upsert upsert(Flag flag, OverrideRequest requested, Setting fallback, Iterator<OverrideIds> newIds) {
        int segmentId = requested.segmentId();
        var state = flag.stateOfSegment(segmentId);
        if (state.isPresent()) {
            return new Upsert(
                    segmentId, states.change(requested.state(), state.get().setting()), null);
        }
        var start = states.start(requested.state(), fallback);
        return new Upsert(segmentId, SettingChange.to(start), new Start(newIds.next(), start));
    }

    private static Map<Integer, Integer> priorities(List<OverrideRequest> requested) {
        var priorities = new TreeMap<Integer, Integer>();
        for (var override : requested) {
            if (override.priority() != null) {
                priorities.put(override.segmentId(), override.priority());
            }
        }
        return priorities;
    }
}
