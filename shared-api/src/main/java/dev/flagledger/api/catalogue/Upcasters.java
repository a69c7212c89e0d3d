package dev.flagledger.api.catalogue;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Lead from the forms in which events were written once to those of today, a revision at a time. An event is a tree of what
 * JSON has: maps, lists, texts, numbers, booleans and null. What is stored stays as it is; its reader sees the newer form.
 */
public final class Upcasters {

    private static final Map<Step, UnaryOperator<Map<String, Object>>> STEPS =
            Map.of(new Step("flag.segments-ordered", 1), Upcasters::placesOfSegments);

    private Upcasters() {}

    private record Step(String name, int from) {}

    /**
     * The event of this name in the revision after {@code from}.
     *
     * @throws IllegalStateException if no step leads there
     */
    public static Map<String, Object> step(String name, int from, Map<String, Object> event) {
        var step = STEPS.get(new Step(name, from));
        if (step == null) {
            throw new IllegalStateException("Nothing leads on from revision " + from + " of " + name);
        }
        return step.apply(event);
    }

    /** An object whose keys are ids became a list: its keys are sorted as numbers, which no other reader of JSON does. */
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
