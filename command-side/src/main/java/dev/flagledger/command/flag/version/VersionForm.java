package dev.flagledger.command.flag.version;

import dev.flagledger.access.permission.FlagAccess;
import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.OverrideChanges.Start;
import dev.flagledger.api.flag.OverrideChanges.Upsert;
import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.version.VersionChanges;
import dev.flagledger.command.flag.form.StateChanges;
import dev.flagledger.command.flag.form.StateForm;
import dev.flagledger.command.flag.segment.OverrideRules;
import dev.flagledger.command.flag.segment.Priorities;
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
            form.reject(LIVE_FROM, "This server does not schedule versions: publish it when it is to go live.");
        }
    }

    /** The changes of a new version. Validates the form. */
    VersionChanges changes(Form form, FlagAccess of) {
        var created = NestedForms.list(form, "feature_states_to_create").orElse(List.of()).stream()
                .map(state -> VersionStateRequest.creation(state, of))
                .toList();
        var updated = NestedForms.list(form, "feature_states_to_update").orElse(List.of()).stream()
                .map(state -> VersionStateRequest.change(state, of, of.flag()))
                .toList();
        var removed = form.has("segment_ids_to_delete_overrides")
                ? Fields.integers(form, "segment_ids_to_delete_overrides")
                : List.<Integer>of();
        var named = Stream.concat(created.stream(), updated.stream())
                .map(VersionStateRequest::segment)
                .toList();
        if (new HashSet<>(named).size() < named.size()) {
            form.reject("feature_states_to_update", "A state is named twice.");
        }
        form.validate();
        return changes(created, updated, removed, of, of.flag());
    }

    /** The change that adds an override to a draft. */
    VersionChanges creation(Form form, FlagAccess of, Flag draft) {
        var asked = VersionStateRequest.creation(form, of);
        form.validate();
        return changes(List.of(asked), List.of(), List.of(), of, draft);
    }

    /** The change of another state of a draft. */
    VersionChanges change(Form form, FlagAccess of, FlagState state) {
        var asked = VersionStateRequest.change(form, of, state);
        form.validate();
        return changes(List.of(), List.of(asked), List.of(), of, state.flag());
    }

    private VersionChanges changes(
            List<VersionStateRequest> created,
            List<VersionStateRequest> updated,
            List<Integer> removed,
            FlagAccess of,
            Flag flag) {
        OverrideRules.requireRoom(of.environment(), created.size());
        var changed = new ArrayList<Upsert>();
        var fresh = states.idsOfOverrides(created.size());
        created.forEach(asked -> changed.add(started(asked, fresh.next())));
        SettingChange environmentDefault = null;
        for (var asked : updated) {
            var change = changed(asked);
            if (asked.segment() == null) {
                environmentDefault = change.changesNothing() ? null : change;
            } else if (!change.changesNothing()
                    || flag.stateOfSegment(asked.segment()).isEmpty()) {
                changed.add(new Upsert(asked.segment(), change, null));
            }
        }
        var all = Stream.concat(created.stream(), updated.stream()).toList();
        return new VersionChanges(environmentDefault, new OverrideChanges(changed, removed, priorities(all, flag)));
    }

    private SettingChange changed(VersionStateRequest asked) {
        StateForm.requireShares(asked.request());
        return Settings.withoutUnchanged(asked.now(), states.change(asked.request(), asked.now()));
    }

    private Upsert started(VersionStateRequest asked, OverrideIds fresh) {
        StateForm.requireShares(asked.request());
        var start = states.start(asked.request(), asked.now());
        int segment = Objects.requireNonNull(asked.segment(), "only segments can get new states");
        return new Upsert(segment, SettingChange.to(start), new Start(fresh, start));
    }

    /** All requested priorities, if any of them differs from the current one. */
    private static Map<Integer, Integer> priorities(List<VersionStateRequest> asked, Flag flag) {
        var priorities = new TreeMap<Integer, Integer>();
        for (var state : asked) {
            var segment = state.segment();
            if (segment != null && state.priority().isPresent()) {
                priorities.put(segment, state.priority().get());
            }
        }
        return Priorities.of(flag, priorities);
    }
}
