package dev.flagledger.api.catalogue;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Upcasters from earlier revisions of event formats to the next one. An event is a JSON tree of maps, lists, strings,
 * numbers, booleans and null. Stored events are not rewritten; readers see the current revision.
 */
public final class Upcasters {

    private static final Map<Step, UnaryOperator<Map<String, Object>>> STEPS =
            Map.of(new Step("flag.segments-ordered", 1), Upcasters::placesOfSegments);

    private Upcasters() {}

    private record Step(String name, int from) {}

    /**
     * Upcasts an event from a revision to the next.
     *
     * @throws IllegalStateException if there is no upcaster
     */
    public static Map<String, Object> step(String name, int from, Map<String, Object> event) {
        var step = STEPS.get(new Step(name, from));
        if (step == null) {
            throw new IllegalStateException("Nothing leads on from revision " + from + " of " + name);
        }
        return step.apply(event);
    }

    /** Replaces an object keyed by id with a list, since readers of JSON do not sort keys as numbers. */
    private static Map<String, Object> placesOfSegments(Map<String, Object> event) {
        var next = new TreeMap<>(event);
        if (next.remove("priorities") instanceof Map<?, ?> priorities) {
            next.put(
                    "places",
                    priorities.entrySet().stream()
                            .map(priority -> Map.of(
                                    "segmentId", Integer.parseInt((String) priority.getKey()),
                                    "priority", priority.getValue()))
                            .sorted(Comparator.comparingInt(place -> (Integer) place.get("segmentId")))
                            .toList());
        }
        return next;
    }
}
