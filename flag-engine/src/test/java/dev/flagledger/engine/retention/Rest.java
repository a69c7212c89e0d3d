package dev.flagledger.engine.retention;

import dev.flagledger.api.event.CodeEvent;
import dev.flagledger.api.event.ExportEvent;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.engine.History;
import dev.flagledger.engine.change.EventScopes;
import dev.flagledger.engine.state.Installation;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a pruning leaves of the events of a log: of the last event of a stream that may be continued there is always something left.
 *
 * @param from the position from which on events are pruned
 */
record Rest(Leftovers left, Set<Long> lastOfStreams, int from) {

    /** Nothing is pruned. */
    static final Rest ALL = new Rest(new Leftovers(new BitSet(), Map.of()), Set.of(), 0);

    /** Prunes as soon as the log has reached the horizon. */
    static Rest of(History history, int horizon, Compaction.Events events) {
        var last = lastOfStreams(history, horizon);
        return new Rest(Compaction.of(events, last::contains), last, 0);
    }

    Rest from(int position) {
        return new Rest(left, lastOfStreams, position);
    }

    Optional<RecordedEvent> of(RecordedEvent event) {
        long position = event.position();
        if (position < from) {
            return Optional.of(event);
        }
        var changed = left.changed(position);
        return left.isNeedless(position) && !lastOfStreams.contains(position)
                ? Optional.empty()
                : Optional.of(changed == null ? event : event.with(changed));
    }

    private static Set<Long> lastOfStreams(History history, int upTo) {
        var state = Installation.EMPTY;
        Map<List<String>, Long> last = new HashMap<>();
        Set<String> ended = new HashSet<>();
        for (var event : history.events().subList(0, upTo)) {
            var scope = EventScopes.of(state, event.event());
            var environment = "environment:" + scope.environmentId();
            if (!(event.event() instanceof CodeEvent || event.event() instanceof ExportEvent)) {
                last.put(List.of(scope.object(), environment, "project:" + scope.projectId()), event.position());
            }
            if (EventScopes.ends(event.event())) {
                ended.add(scope.object());
            }
            state = state.evolve(event);
        }
        last.keySet().removeIf(stream -> stream.stream().anyMatch(ended::contains));
        return Set.copyOf(last.values());
    }
}
