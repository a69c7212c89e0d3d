package dev.flagledger.api.catalogue;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Upcasts {@code flag.segments-ordered} from revision 1: replaces the object of priorities, keyed by segment id, with a
 * list, since readers of JSON do not sort keys as numbers.
 */
final class SegmentPlacesUpcaster {

    private SegmentPlacesUpcaster() {}

    static Map<String, Object> upcast(Map<String, Object> event) {
        var next = new TreeMap<>(event);
        if (next.remove("priorities") instanceof Map<?, ?> priorities) {
            var places = priorities.entrySet().stream()
                    .map(priority -> Map.of(
                            "segmentId", Integer.parseInt((String) priority.getKey()),
                            "priority", priority.getValue()))
                    .sorted(Comparator.comparingInt(place -> (Integer) place.get("segmentId")))
                    .toList();
            next.put("places", places);
        }
        return next;
    }
}
