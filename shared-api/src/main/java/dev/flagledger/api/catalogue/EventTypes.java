package dev.flagledger.api.catalogue;

import java.util.Map;
import java.util.Optional;

/** The types of events that a log may hold: under which names they are stored, and in which forms. */
public interface EventTypes {

    /** The type stored under this name; empty if there is none. */
    Optional<? extends Class<?>> typeOf(String name);

    /** The name under which this type is stored; empty if it is not an event. */
    Optional<String> nameOf(Class<?> type);

    /** The revision of the form in which this type is written, from 1; older ones are read, newer ones are not. */
    int revisionOf(Class<?> type);

    /**
     * An event of this name in the revision after {@code from}, as a tree of what JSON has.
     *
     * @throws IllegalStateException if nothing leads there
     */
    Map<String, Object> raised(String name, int from, Map<String, Object> event);
}
