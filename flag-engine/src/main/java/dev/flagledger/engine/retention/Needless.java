package dev.flagledger.engine.retention;

import dev.flagledger.api.event.AboutRetention;
import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.api.flag.FlagId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the events of an organisation without which a fold of them all reaches the same state: those whose values later ones state
 * anew, those about objects that have ended, and those that no state knows of. They are meant as proposals, to be confirmed by such a
 * fold. Any part of them may be left out, if the later ones are first.
 */
final class Needless {

    /** By object and value, the positions of the events that need that value to be stated anew. */
    private final Map<Object, Map<String, List<Integer>>> waiting = new HashMap<>();

    /** The number of values that an event still waits for. */
    private final Map<Integer, Integer> missing = new HashMap<>();

    private final Map<String, List<Integer>> about = new HashMap<>();
    private final BitSet found = new BitSet();

    /**
     * Adds the next event.
     *
     * @param position the position in the log, which must fit in 31 bits
     * @param project the project that it belongs to; null for none
     */
    void add(long position, @Nullable Integer project, LedgerEvent event) {
        int at = Math.toIntExact(position);
        if (event instanceof AboutRetention) {
            return;
        }
        forget(event);
        var statement = Statements.of(event);
        if (statement.equals(Statement.NOTHING)) {
            found.set(at);
        }
        statement.restates().forEach(value -> restated(statement.of(), value));
        if (!statement.needs().isEmpty()) {
            missing.put(at, statement.needs().size());
            statement.needs().forEach(value -> waitingFor(statement.of(), value).add(at));
        }
        Endings.needing(event, project)
                .forEach(thing ->
                        about.computeIfAbsent(thing, _ -> new ArrayList<>()).add(at));
        var ended = Endings.of(event);
        var before = ended == null ? null : about.remove(ended);
        if (before != null) {
            before.forEach(found::set);
        }
    }

    /** The positions of the events that were found. */
    BitSet positions() {
        return (BitSet) found.clone();
    }

    private void restated(Object of, String value) {
        var events = waitingFor(of, value);
        for (int event : events) {
            int left = missing.getOrDefault(event, 1) - 1;
            if (left == 0) {
                missing.remove(event);
                found.set(event);
            } else {
                missing.put(event, left);
            }
        }
        events.clear();
    }

    private List<Integer> waitingFor(Object of, String value) {
        return waiting.computeIfAbsent(of, _ -> new HashMap<>()).computeIfAbsent(value, _ -> new ArrayList<>());
    }

    /** A version keeps what a flag was like when it was published. */
    private void forget(LedgerEvent event) {
        switch (event) {
            case VersionPublished e -> waiting.remove(new FlagId(e.environmentId(), e.featureId()));
            case VersioningEnabled e ->
                waiting.keySet().removeIf(of -> of instanceof FlagId flag && flag.environmentId() == e.environmentId());
            default -> {}
        }
    }
}
