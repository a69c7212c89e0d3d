package dev.flagledger.api.catalogue;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Upcasters from earlier revisions of event formats to the next one. An event is a JSON tree of maps, lists, strings,
 * numbers, booleans and null. Stored events are not rewritten; readers see the current revision.
 */
public final class Upcasters {

    private static final Map<Step, UnaryOperator<Map<String, Object>>> STEPS =
            Map.of(new Step("flag.segments-ordered", 1), SegmentPlacesUpcaster::upcast);

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
}
