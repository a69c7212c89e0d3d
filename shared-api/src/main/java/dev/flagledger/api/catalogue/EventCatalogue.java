package dev.flagledger.api.catalogue;

import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.LogEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stored names of event types. A released name and its format never change; Java classes may be renamed freely. A
 * new format is a new revision with an upcaster from the previous one.
 */
public final class EventCatalogue implements EventTypes {

    private static final Map<String, Class<? extends LogEvent>> TYPES = Stream.of(
                    OrganisationEventNames.NAMED, ProjectEventNames.NAMED)
            .flatMap(named -> named.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Current revisions of the types that are past the first one. {@link Upcasters} read the earlier ones. */
    private static final Map<Class<?>, Integer> REVISIONS = Map.of(FlagEvent.SegmentsOrdered.class, 2);

    private static final Map<Class<?>, String> NAMES =
            TYPES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    /** Returns the event types by stored name, sorted by name. */
    public static SortedMap<String, Class<? extends LogEvent>> types() {
        return new TreeMap<>(TYPES);
    }

    /** Returns the stored names of the types that are of this kind, sorted. */
    public static List<String> namesOf(Class<?> kind) {
        return types().entrySet().stream()
                .filter(type -> kind.isAssignableFrom(type.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Optional<Class<? extends LogEvent>> typeOf(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    @Override
    public Optional<String> nameOf(Class<?> type) {
        return Optional.ofNullable(NAMES.get(type));
    }

    @Override
    public int revisionOf(Class<?> type) {
        return REVISIONS.getOrDefault(type, 1);
    }

    @Override
    public Map<String, Object> raised(String name, int from, Map<String, Object> event) {
        return Upcasters.step(name, from, event);
    }
}
