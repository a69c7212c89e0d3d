package dev.flagledger.command.flag.version;

import dev.flagledger.access.permission.AccessibleFlag;
import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.OverrideChanges.Start;
import dev.flagledger.api.flag.OverrideChanges.Upsert;
import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.version.VersionChanges;
import dev.flagledger.command.flag.form.StateChanges;
import dev.flagledger.command.flag.form.StateForm;
import dev.flagledger.command.flag.segment.OverrideRules;
import dev.flagledger.command.flag.segment.PriorityChanges;
import dev.flagledger.contract.error.text.project.VersionTexts;
import dev.flagledger.contract.form.Fields;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.NestedForms;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.FlagState;
import dev.flagledger.engine.state.flag.Settings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads the changes of a version, without those that have no effect. */
@Component
final class VersionForm {

    private static final String LIVE_FROM = "live_from";

    private final StateChanges states;
    private final Clock clock;

    VersionForm(StateChanges states, Clock clock) {
        this.states = states;
        this.clock = clock;
    }

    /** Rejects a time in the future. */
    void requireNow(Form form) {
        var liveFrom = form.timeOrNull(LIVE_FROM, null);
        if (liveFrom != null && liveFrom.isAfter(clock.instant())) {
            form.reject(LIVE_FROM, VersionTexts.NOT_SCHEDULED);
        }
    }

    /** The changes of a new version. Validates the form. */
    VersionChanges changes(Form form, AccessibleFlag access) {
        var created = NestedForms.list(form, "feature_states_to_create").orElse(List.of()).stream()
                .map(state -> VersionStateRequest.creation(state, access))
                .toList();
        var updated = NestedForms.list(form, "feature_states_to_update").orElse(List.of()).stream()
                .map(state -> VersionStateRequest.change(state, access, access.flag()))
                .toList();
        var removed = form.has("segment_ids_to_delete_overrides")
                ? Fields.integers(form, "segment_ids_to_delete_overrides")
                : List.<Integer>of();
        var named = Stream.concat(created.stream(), updated.stream())
                .map(VersionStateRequest::segment)
                .toList();
        if (new HashSet<>(named).size() < named.size()) {
            form.reject("feature_states_to_update", VersionTexts.STATE_TWICE);
        }
        form.validate();
        return changes(created, updated, removed, access, access.flag());
    }

    /** The change that adds an override to a draft. */
    VersionChanges creation(Form form, AccessibleFlag access, Flag draft) {
        var requested = VersionStateRequest.creation(form, access);
        form.validate();
        return changes(List.of(requested), List.of(), List.of(), access, draft);
    }

    /** The change of another state of a draft. */
    VersionChanges change(Form form, AccessibleFlag access, FlagState state) {
        var requested = VersionStateRequest.change(form, access, state);
        form.validate();
        return changes(List.of(), List.of(requested), List.of(), access, state.flag());
    }

    private VersionChanges changes(
            List<VersionStateRequest> created,
            List<VersionStateRequest> updated,
            List<Integer> removed,
            AccessibleFlag access,
            Flag flag) {
        OverrideRules.requireRoom(access.environment(), created.size());
        var changed = new ArrayList<Upsert>();
        var newIds = states.idsOfOverrides(created.size());
        created.forEach(requested -> changed.add(started(requested, newIds.next())));
        SettingChange environmentDefault = null;
        for (var requested : updated) {
            var change = changed(requested);
            if (requested.segment() == null) {
                environmentDefault = change.changesNothing() ? null : change;
            } else if (!change.changesNothing()
                    || flag.stateOfSegment(requested.segment()).isEmpty()) {
                changed.add(new Upsert(requested.segment(), change, null));
            }
        }
        var all = Stream.concat(created.stream(), updated.stream()).toList();
        return new VersionChanges(environmentDefault, new OverrideChanges(changed, removed, priorities(all, flag)));
    }

    private SettingChange changed(VersionStateRequest requested) {
        StateForm.requireShares(requested.request());
        return Settings.withoutUnchanged(requested.current(), states.change(requested.request(), requested.current()));
    }

    private Upsert started(VersionStateRequest requested, OverrideIds newIds) {
        StateForm.requireShares(requested.request());
        var start = states.start(requested.request(), requested.current());
        int segment = Objects.requireNonNull(requested.segment(), "only segments can get new states");
        return new Upsert(segment, SettingChange.to(start), new Start(newIds, start));
    }

    /** All requested priorities, if any of them differs from the current one. */
    private static Map<Integer, Integer> priorities(List<VersionStateRequest> requested, Flag flag) {
        var priorities = new TreeMap<Integer, Integer>();
        for (var state : requested) {
            var segment = state.segment();
            if (segment != null && state.priority().isPresent()) {
                priorities.put(segment, state.priority().get());
            }
        }
        return PriorityChanges.of(flag, priorities);
    }
}
